import { CameraOutlined } from '@ant-design/icons';
import { Button, Modal } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

const LOOK_MS = 200;
const SAME_CODE_MS = 3_000; // A card that stays before the camera is one person, not fifteen.

/** What a browser that reads codes offers (Chromium; others have only the field). */
interface Detector {
  detect(source: HTMLVideoElement): Promise<readonly { readonly rawValue: string }[]>;
}
type DetectorClass = new () => Detector;
const detectorClass = (): DetectorClass | undefined => (globalThis as { readonly BarcodeDetector?: DetectorClass }).BarcodeDetector;

/** Reads cards by the camera, one after another, where the browser can; elsewhere there is no such button. */
export function CameraButton({ onRead }: { readonly onRead: (code: string) => void }) {
  const { t } = useTranslation('sessionDesk');
  const [isOpen, setOpen] = useState(false);
  if (!detectorClass() || !('mediaDevices' in navigator)) return null;
  return (
    <>
      <Button size="large" icon={<CameraOutlined aria-hidden />} onClick={() => setOpen(true)}>
        {t('camera.open')}
      </Button>
      <Modal title={t('camera.title')} open={isOpen} footer={null} destroyOnHidden onCancel={() => setOpen(false)}>
        <Camera onRead={onRead} />
      </Modal>
    </>
  );
}

function Camera({ onRead }: { readonly onRead: (code: string) => void }) {
  const { t } = useTranslation('sessionDesk');
  const video = useRef<HTMLVideoElement>(null);
  const read = useRef(onRead);
  const [isRefused, setRefused] = useState(false);
  useEffect(() => {
    read.current = onRead;
  }, [onRead]);
  useEffect(() => {
    const Reader = detectorClass();
    const watching = { ended: false, last: '', at: 0, stream: null as MediaStream | null, timer: 0 };
    const look = async (reader: Detector) => {
      const [code] = video.current ? await reader.detect(video.current).catch(() => []) : [];
      const now = Date.now();
      if (code && (code.rawValue !== watching.last || now - watching.at > SAME_CODE_MS)) read.current(code.rawValue);
      if (code) Object.assign(watching, { last: code.rawValue, at: now });
      if (!watching.ended) watching.timer = window.setTimeout(() => void look(reader), LOOK_MS);
    };
    const begin = async () => {
      const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
      if (watching.ended || !video.current || !Reader) return stream.getTracks().forEach((track) => track.stop());
      watching.stream = stream;
      video.current.srcObject = stream;
      await video.current.play();
      await look(new Reader());
    };
    begin().catch(() => setRefused(true));
    return () => {
      watching.ended = true;
      window.clearTimeout(watching.timer);
      watching.stream?.getTracks().forEach((track) => track.stop());
    };
  }, []);
  if (isRefused) return <p>{t('camera.refused')}</p>;
  return <video ref={video} className="sign-in-camera" muted playsInline aria-label={t('camera.title')} />;
}
