import { on } from '../base/dom.ts';

const QUALITY = 0.85;

/**
 * A picture is made smaller before it is sent: a tenth of the bytes where coverage is poor, and place, time and camera
 * never leave the phone. The server does the same again, whatever comes.
 */
export function smallPhotos(): void {
  on('change', 'input[type=file][data-shrink]', (_, element) => void shrink(element as HTMLInputElement));
}

async function shrink(input: HTMLInputElement): Promise<void> {
  const file = input.files?.[0];
  if (!file) return;
  try {
    const smaller = await draw(file, Number(input.dataset['shrink']));
    if (!smaller || smaller.size >= file.size || input.files?.[0] !== file) return;
    const files = new DataTransfer();
    // The name that the phone gave tells the day and the hour.
    files.items.add(new File([smaller], 'bilde.jpg', { type: smaller.type }));
    input.files = files.files;
  } catch {
    // What the browser cannot draw is sent as it is: the server says what is wrong with it.
  }
}

async function draw(file: File, longest: number): Promise<Blob | null> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
  const scale = Math.min(1, longest / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const paper = canvas.getContext('2d');
  if (!paper) return null;
  paper.fillStyle = 'white';
  paper.fillRect(0, 0, canvas.width, canvas.height);
  paper.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  return new Promise(done => canvas.toBlob(done, 'image/jpeg', QUALITY));
}
