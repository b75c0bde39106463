// Shows what the house sends to this device, and opens it. Nothing is fetched, kept or answered here: pages come from the network as before.
self.addEventListener('push', function (event) {
  var told = {};
  try {
    told = event.data ? event.data.json() : {};
  } catch {
    // Shown all the same, without words: a browser takes the right away from whoever is sent something and shows nothing.
  }
  event.waitUntil(
    self.registration.showNotification(String(told.title || 'Plenum'), {
      body: String(told.body || ''),
      tag: String(told.tag || ''),
      lang: String(told.lang || ''),
      icon: '/seal.svg',
      data: { link: String(told.link || '/inbox') },
    }),
  );
});

self.addEventListener('notificationclick', function (event) {
  event.notification.close();
  var address = new URL(event.notification.data.link, self.location.origin);
  // Nowhere but to this house.
  var page = address.origin === self.location.origin ? address.href : self.location.origin + '/inbox';
  event.waitUntil(
    self.clients.matchAll({ type: 'window' }).then(function (open) {
      var same = open.find(function (client) {
        return client.url === page;
      });
      return same ? same.focus() : self.clients.openWindow(page);
    }),
  );
});
