const SCALE = 2;
const PAD = 24;
const FONT = '"Inter Variable", system-ui, "Segoe UI", Roboto, sans-serif';

interface Picture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly finding: string;
}

function wrap(context: CanvasRenderingContext2D, text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && context.measureText(longer).width > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}

async function loadImage(svg: string): Promise<HTMLImageElement> {
  const image = new Image();
  image.src = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    await image.decode();
  } finally {
    URL.revokeObjectURL(image.src);
  }
  return image;
}

/** A chart with its title and finding as a PNG, ready to be pasted in a document. */
export async function toPng({ svg, width, height, title, finding }: Picture): Promise<Blob> {
  const image = await loadImage(svg);
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no canvas');
  context.font = `14px ${FONT}`;
  const lines = wrap(context, finding, width);
  const head = (title === '' ? 0 : 28) + lines.length * 20 + 8;
  canvas.width = (width + 2 * PAD) * SCALE;
  canvas.height = (height + head + 2 * PAD) * SCALE;
  context.scale(SCALE, SCALE);
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = '#1a2423';
  context.textBaseline = 'top';
  let y = PAD;
  if (title !== '') {
    context.font = `600 18px ${FONT}`;
    context.fillText(title, PAD, y);
    y += 28;
  }
  context.font = `14px ${FONT}`;
  for (const line of lines) {
    context.fillText(line, PAD, y);
    y += 20;
  }
  context.drawImage(image, PAD, PAD + head, width, height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no image'))), 'image/png');
  });
}

/** Puts a PNG on the clipboard; where the browser does not let it, saves it as a file. Says which it did. */
export async function copyPng(blob: Blob, name: string): Promise<'copied' | 'saved'> {
  try {
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': blob })]);
    return 'copied';
  } catch {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(blob);
    link.download = `${name}.png`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    return 'saved';
  }
}
