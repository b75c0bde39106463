// Before anything is drawn: the language of the first view, and the colour scheme. A file of its own, since the content security policy
// admits no script in the page. Keep in step with src/i18n/i18n.ts and src/shared/appearance.ts.
(function () {
  var root = document.documentElement;
  function kept(name) {
    try {
      return localStorage.getItem(name) || '';
    } catch {
      return '';
    }
  }
  var scheme = kept('plenum.scheme');
  var isDark = scheme === 'dark' || (scheme !== 'light' && window.matchMedia('(prefers-color-scheme: dark)').matches);
  root.setAttribute('data-scheme', isDark ? 'dark' : 'light');
  var asked = kept('plenum.locale');
  var languages = asked ? [asked] : navigator.languages || [navigator.language || ''];
  for (var at = 0; at < languages.length; at += 1) {
    if (/^(zh|en)\b/i.test(languages[at])) {
      root.lang = /^en/i.test(languages[at]) ? 'en' : 'zh-CN';
      break;
    }
  }
})();
