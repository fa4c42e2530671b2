/** What the BBC's services print before a comma and a caption, in their languages; alone on a line too. */
const pictureCaption = [
  'التعليق على الصورة|توضیح تصویر|تصویر کا کیپشن|pie de foto|legenda da foto|подпись к фото|підпис до фото|légende image',
  'fotoğraf altı yazısı|图像加注文字|圖像加註文字|画像説明|इमेज कैप्शन|keterangan gambar|chụp lại hình ảnh|사진 설명|maelezo ya picha',
].join('|');

/** A mark by which a page says that a picture's caption follows. */
export interface Marker {
  /** As it stands: "Image caption". */
  words: string;
  /** Whether it proves a caption without any credit. */
  proves: boolean;
}

/** Opens the caption's own line. BBC: "Image caption About 40…", also glued; Reuters: "[1/2]". */
const opening: readonly (readonly [RegExp, boolean])[] = [
  [/^(?:image|media|video|photo|picture) caption(?:\s*[:,]\s*|\s+|(?=[\p{Lu}“"'‘\d]))/iu, true],
  [/^(?:photo )?caption\s*[:：]\s*/iu, true],
  [new RegExp(`^(?:${pictureCaption})[,،，、]\\s*`, 'iu'), true],
  [/^\[\d{1,2}\/\d{1,2}\]\s*/u, true],
  [/^\d{1,2} of \d{1,2}\s*[|:–—]?\s+(?=\p{Lu})/u, true],
  [/^(?:main|top|cover|lead|featured|banner) (?:image|photo|picture)\s*[:：]\s*/iu, true],
  [
    /^(?:image|photo|photograph|picture|bild|foto|imagen|imagem|photo d['’]illustration|bildunterschrift|légende|pie de foto|legenda)\s?[:：]\s*/iu,
    true,
  ],
  [/^enlarge\s*\/\s*/iu, true],
  [/^(?:item|image|photo|slide) \d{1,2} of \d{1,2}\s*[|:–—.]?\s+(?=[\p{Lu}“"'‘[])/iu, true],
  [/^[▲▼◄►◀▶△▽↑↓]\s*(?=\p{L})/u, true],
];

/** The marker that a line opens with. */
export function openingMarker(text: string): Marker | null {
  for (const [pattern, proves] of opening) {
    const words = pattern.exec(text)?.[0];
    if (words) return { words, proves };
  }
  return null;
}

/** Stands alone on the line above the caption: New York Times "Image", NPR "Enlarge this image", BBC's players. */
const strong =
  /^(?:(?:image|photo|picture|video|media) ?:|(?:image|media|photo|video|picture) caption,?:?|image (?:copyright|source),?|image|photo|photograph|view images?|enlarge(?: this)? image|open image in (?:gallery|modal)|embed\s*<>\s*more videos?|media playback is (?:un|not )supported on (?:this|your) device|image \d{1,2} of \d{1,2}|view image in fullscreen)\.?$/iu;
const ownCaption = new RegExp(`^(?:${pictureCaption})[,،，、:]?$`, 'iu');
const weak =
  /^(?:\+\d{0,2}|toggle caption|hide caption|close|photos?|pictures?|images?|gallery|view (?:gallery|graphic|photos)|slideshow|video|\d{1,2} ?(?:of|\/) ?\d{1,2}|view all|next image|previous image)$/iu;

/** Whether a line alone says that a picture stood there. `strong` needs no credit beside it. */
export function markerLine(line: string): 'strong' | 'weak' | null {
  const text = line.trim();
  if (text.length > 60) return null;
  if (strong.test(text) || ownCaption.test(text)) return 'strong';
  return weak.test(text) ? 'weak' : null;
}

/** Ends a caption that was made from a screen or given without a name: it stays in the caption's words. */
export function endsAsPicture(text: string): boolean {
  return /\((?:(?:[\p{L}.]{2,20} )?screen ?(?:grab|shot|capture)(?: via [\p{L} ]{2,20}|: ?[\p{L} ]{2,20}|\/[\p{L} ]{2,20})?|file (?:photo|image)|stock (?:photo|image)|courtesy photo|archive photo|undated photo|video still|symbolbild|archivbild|archivo)\)\.?$/iu.test(
    text.slice(-60),
  );
}
