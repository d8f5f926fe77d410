import { find, on } from '../base/dom.ts';

// Wide enough for the top of a page of paper.
const width = 1_200;
const height = 600;

/** A logo in SVG also gets a picture in PNG, for programs that know no SVG: older Word and LibreOffice. */
export function picturesOfLogos(): void {
  on('change', 'input[type=file][data-picture]', (_, element) => void makePicture(element as HTMLInputElement));
}

async function makePicture(input: HTMLInputElement): Promise<void> {
  const target = find<HTMLInputElement>(input.dataset['picture']!);
  const file = input.files?.[0];
  if (!target) return;
  target.value = '';
  if (!file || !/svg/.test(file.type)) return;
  const address = URL.createObjectURL(file);
  try {
    const picture = await draw(address);
    if (!picture || input.files?.[0] !== file) return;
    const files = new DataTransfer();
    files.items.add(new File([picture], 'logo.png', { type: 'image/png' }));
    target.files = files.files;
  } catch {
    // Not drawn, not sent: the server says what is wrong with the file itself.
  } finally {
    URL.revokeObjectURL(address);
  }
}

async function draw(address: string): Promise<Blob | null> {
  const image = new Image();
  image.src = address;
  await image.decode();
  const scale = Math.min(width / image.naturalWidth, height / image.naturalHeight);
  if (!Number.isFinite(scale)) return null;
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(16, Math.round(image.naturalWidth * scale));
  canvas.height = Math.max(16, Math.round(image.naturalHeight * scale));
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise(done => canvas.toBlob(done, 'image/png'));
}
