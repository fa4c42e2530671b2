/**
 * The words by which publishers mark who made a picture. Labels are patterns without flags or anchors; names are
 * compared without case.
 */

/** Nouns that stand before a colon: "Photograph:", "Foto:", "Image credit:", "写真:", "사진=". */
const nouns = [
  // English
  '(?:featured |main |top |cover |lead |file |stock )?(?:photo(?:graph)?s?|images?|pictures?|pics?|illustrations?|graphics?|artwork|photo illustration|composite|screenshots?|screen ?grab)(?: ?(?:credits?|source|copyright|courtesy|by))?',
  '(?:photo(?:graphy)?|image|picture|video)?\\/? ?credits?(?:credits?)*',
  'photographer|photography|\\w{2,4} photo',
  'courtesy(?: of| photo)?|cortes[íi]a(?: de)?',
  // French, Spanish, Portuguese, Italian, Romanian, Catalan
  'cr[ée]dits? ?(?:photos?|images?)?|photos?|illustrations?|fotos?(?:graf[íi]as?)?|cr[ée]ditos?(?: da (?:foto|imagem))?|im[áa]gen(?:es)?|imagem|immagine|foto ?(?:credit|di)?|cr[ée]dito (?:foto|imagen)',
  // German, Dutch, Swedish, Danish, Norwegian, Finnish
  'fotos?|\\p{Ll}{0,20}(?:bild|foto)(?:er|s)?(?:quelle|nachweis|rechte)?|foto(?:credit|graf)|beeld|foto\\/?bild|kuva',
  // Polish, Czech, Slovak, Hungarian, Turkish, Greek, Vietnamese, Indonesian
  'fot|zdj[ęe]cie|foto(?:grafie)?|fot[óo]|k[ée]p|foto[ğg]raf|φωτο(?:γραφία)?|ảnh|gambar',
  // Russian, Ukrainian, Bulgarian, Serbian
  'фото(?:графия|графія)?|снимка|зображення|изображение|иллюстрация',
  // Japanese, Chinese, Korean
  '写真(?:提供)?|撮影|画像(?:提供)?|图片?(?:来源)?|圖片?(?:來源)?|图源|供图|摄影|攝影|사진(?: ?(?:출처|제공))?|자료 ?사진|视频截图',
  // Arabic, Hebrew, Persian, Hindi
  'الصورة|صورة|تصوير|צילום|תמונה|عکس|फोटो',
].join('|');

/** "Source: Supplied": also stands under whole articles, so it proves a credit only at the end of a caption. */
const sources = 'sources?|quelle|fuente|fonte|źródło|zdroj|bron|kilde|källa|kaynak|来源|來源|出典|출처';

/** A label that ends in a colon or an equals sign. */
export const colonLabel = `(?:${nouns})\\s*[:：=＝]`;
export const sourceLabel = `(?:${sources})\\s*[:：=＝]`;

/** What the BBC's services print before a comma and a picture's source, in their languages. */
const pictureSource = [
  'صدر الصورة|منبع تصویر|fuente de la imagen|автор фото|crédit photo|kaynak|图像来源|圖像來源|画像提供',
  'इमेज स्रोत|sumber gambar|nguồn hình ảnh|사진 출처|chanzo cha picha|تصویر کا ذریعہ|извор фотографије|crédito',
].join('|');

/** "Photo by", "Image via", "Photograph by", "Courtesy of", "Photo courtesy of", "Screenshot from". */
export const byLabel = `(?:(?:featured |main |file |photo )?(?:photo(?:graph)?s?|images?|pictures?|illustrations?|graphics?|artwork|screenshots?)\\s+(?:by|via|from|courtesy(?: of)?|credit|copyright)|(?:photo )?courtesy(?: of|,)|image source,|(?:${pictureSource})[,،，、]|(?:photo|image|picture)s?\\s?\\/|fot\\.|photo de|foto (?:de|di|von|av)|fotograf[íi]a de)`;

/** "Credit", "CreditCredit": without a colon only right before a name. */
export const bareCredit = '(?:photo )?credit(?:credit)*|crédits?';

/** "Photo AFP", "Beeld ANP": no more than the noun before an agency or a person. */
export const bareNoun = 'photos?|fotos?|beeld|фото';

/** "Copyright" as Euronews prints it in its languages. */
const copyrightWords =
  'copyright|πνευματικά δικαιώματα|derechos de autor|direitos de autor|авторское право|telif hakkı|حقوق النشر';

export const copyrightMark = `(?:©|ⓒ|\\(c\\)|&copy;|(?<![\\p{L}\\p{N}])(?:${copyrightWords})(?=\\s))`;

/** What pages print after a credit: buttons, not names. */
export const afterCredit =
  /[\s|•·]*(?:(?:purchase|acquire) licensing rights(?:,? ?opens (?:in a )?new (?:tab|window))?|license photo|buy (?:photos?|image|this photo)|(?:hide|toggle) caption|this image has been supplied by a third party.{0,200}|mandatory credit.{0,100}|no resales\.? no archives?|enlarge(?: this)? image|view (?:fullscreen|graphic|image)|open(?: image)? in gallery|,? ?\(?opens (?:in a )?new (?:tab|window)\)?)\.?\s*$/iu;

/** Photo agencies and libraries: nobody signs an article with these names. */
const photoAgencies =
  'getty|getty images|getty image|gettyimages|getty images plus|istock|istockphoto|istock photo|shutterstock|rex|rex features|rex/shutterstock|alamy|alamy stock photo|corbis|bettmann|wireimage|filmmagic|redferns|zuma|zuma press|zuma wire|zumapress|nurphoto|anadolu|anadolu agency|anadolu images|sipa|sipa usa|sipa press|abaca|abacapress|imago|imago images|imago/|usa today sports|usatsi|usa today sports images|imagn|imagn images|icon sportswire|splash|splash news|backgrid|polaris|redux|magnum|magnum photos|swns|barcroft|barcroft media|caters|pa images|pa wire|pa media|press association images|epa|epa-efe|epa/efe|european pressphoto agency|ap images|ap photo|ap photos|reuters pictures|afp photo|invision|lightrocket|sopa images|future publishing|universal images group|hulton archive|the image bank|picture alliance|picture-alliance|mediapunch|newscom|newspix|pixsell|photoshot|photononstop|maxppp|hans lucas|visual china group|vcg|scanpix|ritzau scanpix|tt nyhetsbyrån|ntb scanpix|lehtikuva|keystone|depositphotos|adobe stock|stock.adobe.com|dreamstime|fotolia|123rf|unsplash|pexels|pixabay|pixabay.com|flickr|wikimedia|wikimedia commons|wikipedia|creative commons|public domain|stocksy|eyeevm|eyeem|cuartoscuro|agencia uno|photosport|action images|allsport|bongarts|bpi|focus images|offside|propaganda photo|colorsport|stringer|handout|pool photo|nasa|noaa|supplied|submitted|contributed|file photo|stock photo|stock image|getty images/istockphoto';

/** News agencies and publishers: they credit pictures, and sign articles as well. */
const newsNames =
  'ap|associated press|the associated press|reuters|afp|agence france-presse|upi|dpa|efe|ansa|tass|ria novosti|sputnik|xinhua|kyodo|kyodo news|jiji|yonhap|aap|anp|apa|belga|cp|canadian press|the canadian press|bloomberg|bloomberg news|pti|ani|press association|pa|interfax|ukrinform|unian|europa press|lusa|pap|mti|čtk|ctk|ntb|tt|ritzau|the new york times|new york times|the washington post|washington post|los angeles times|the guardian|guardian|the observer|observer|the times|the telegraph|daily telegraph|the independent|chicago tribune|boston globe|boston herald|usa today|cnn|bbc|bbc news|cbc|cbc news|nbc|nbc news|cbs|cbs news|abc|abc news|fox news|npr|pbs|postmedia|postmedia news|the verge|cnet|vox media|the atlantic|national geographic|national geographic creative|le monde|libération|radio-canada|el país|el pais|la nación|la nacion|spiegel|der spiegel|sky news|al jazeera|rferl|rfe/rl|voa|kcna|iran press|bernama|antara|vnexpress|the hindu|hindustan times|scmp|the straits times|tns|tribune news service|mct|new york post|ny post|daily news|newsday|star tribune|miami herald|the independent|stuff|nz herald|toronto star|the globe and mail|globe and mail|malay mail|flash90|flash 90|gpo|epa-efe|rtr|rmv|hongkong|apa-ots|apa/afp|ots|kna|epd|ddp|dapd|dana|sid|picture-alliance|ntv|rtl|ard|zdf|orf|srf|rtbf|rtve|tve|rai|ansa|agi|lapresse|adnkronos|agência brasil|agencia brasil|estadão|folhapress|globo|reprodução|divulgação|telam|télam|notimex|afp-jiji|aflo|アフロ|ロイター|共同通信|時事|新华社|视觉中国|中新社|연합뉴스|뉴스1|뉴시스|게티이미지|게티이미지뱅크|رويترز|أ ف ب|أ.ف.ب|فرانس برس|أسوشيتد برس|الأناضول|الفرنسية';

/** Sites and makers that pictures are taken from: names too common to prove a credit by themselves. */
const makers =
  'google|google maps|google street view|instagram|facebook|twitter|x|tiktok|youtube|netflix|warner bros|disney|hbo|file|pool|esa|library of congress|national archives';

const photo = new Set(photoAgencies.split('|'));
const news = new Set([...newsNames.split('|'), ...makers.split('|')]);
const maker = new Set(makers.split('|'));

function bare(name: string): string {
  return name
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/^[\s("“]+|[\s)"”.,;:]+$/g, '')
    .replace(/ (?:files?|file (?:photo|pic)|archive|photo|pics?|filepic)$/, '');
}

/** Whether a name is a photo agency's or library's, which never signs articles. */
export function isPhotoAgency(name: string): boolean {
  return photo.has(bare(name)) || /^(?:ap|afp|epa|upi) ?photos?$/i.test(name.trim());
}

/** Whether a name is an agency's or publisher's that pictures are credited to. */
export function isAgency(name: string): boolean {
  return isPhotoAgency(name) || news.has(bare(name));
}

/** Whether a name is an agency's or publisher's, and none of the sites that stand in every page's menus. */
export function isTellingAgency(name: string): boolean {
  return isAgency(name) && !maker.has(bare(name));
}
