/**
 * Tells the language of a short text by its script and its commonest small words: enough to see that an English
 * post stands in a German article. Not a detector for anything else.
 */
const smallWords: Readonly<Record<string, string>> = {
  en: 'the of and to in is that it for was on are with as at be this have from by not but they his her you we i has an or will what who which their our your my been were would about can just how do so all more when there if than',
  de: 'der die das und ist nicht ein eine zu den von mit im auf für sich des dem es ich wir sie auch als an wie aus bei oder wird sind war hat dass nach noch nur aber über einen einem einer man wenn so zum zur',
  fr: 'le la les des et est un une du que qui dans pour pas sur au avec ce il elle nous vous je ne se sont plus par aux cette son ses ou mais été ont leur fait tout ça comme',
  es: 'el la los las de y que en un una es por con para no se del al lo su como más este esta pero ha sus le ya fue son hay muy sin sobre también nos mi está',
  pt: 'o os as de e que em um uma é por com para não se do da dos das no na ao mais como mas foi sua seu ele ela está são já nos muito também pelo pela',
  it: 'il lo la gli le di e che è un una per non con del della dei delle in si sono come più ma al alla nel nella questo questa ha anche da ci mi abbiamo',
  nl: 'de het een en van is niet dat op te in voor met zijn er aan om ook als maar bij nog uit wat dan naar wij ze hij heeft wordt deze over door',
  sv: 'och att det i en som är på för av med den till inte har de om ett var från vi jag men så kan när också han hon sig efter',
  da: 'og at det i en som er på for af med den til ikke har de om et var fra vi jeg men så kan når også han hun sig efter blev',
  pl: 'i w na z nie się że do to jest o jak ale co za po od dla są był przez tym tak już jego czy tylko może oraz',
  cs: 'a v na se je že s z to do o i jako ale po pro by si tak jsem který od už jsou za jeho ve byl jen také',
  tr: 've bir bu da de için ile çok ne daha olarak gibi var o olan ama kadar en sonra biz ben değil mi',
  id: 'yang dan di itu dengan untuk tidak dari ini pada ke dalam adalah akan juga kami saya bisa ada sudah oleh mereka karena',
};

const tongues: ReadonlyMap<string, readonly string[]> = words();

function words(): Map<string, string[]> {
  const map = new Map<string, string[]>();
  for (const [tongue, list] of Object.entries(smallWords)) {
    for (const word of list.split(' ')) map.set(word, [...(map.get(word) ?? []), tongue]);
  }
  return map;
}

const scripts: readonly (readonly [string, RegExp])[] = [
  ['ja', /[\u3040-\u30ff]/gu],
  ['ko', /[\uac00-\ud7af]/gu],
  ['zh', /\p{Script=Han}/gu],
  ['ru', /\p{Script=Cyrillic}/gu],
  ['ar', /\p{Script=Arabic}/gu],
  ['he', /\p{Script=Hebrew}/gu],
  ['el', /\p{Script=Greek}/gu],
  ['hi', /\p{Script=Devanagari}/gu],
  ['th', /\p{Script=Thai}/gu],
];

/** The language of a text, or null where it is too short or too mixed to tell. Reads its first 5,000 signs. */
export function tongueOf(text: string): string | null {
  const plain = text.slice(0, 5000).replace(/\bhttps?:\/\/\S+|\b[\w.]+\.com\/\S+|[@#][\p{L}\p{N}_]+/gu, ' ');
  const letters = plain.match(/\p{L}/gu)?.length ?? 0;
  // Without a sign beyond Latin there is no other script to look for.
  for (const [tongue, script] of /[\u0370-\uffff]/.test(plain.replace(/[\u2000-\u2bff\ud800-\udfff\ufe0f]/g, ''))
    ? scripts
    : []) {
    // Chinese signs weigh more than letters, and Japanese mixes both: a third is enough.
    if ((plain.match(script)?.length ?? 0) * 3 > letters && letters > 0)
      return tongue === 'zh' ? eastAsian(plain) : tongue;
  }
  const scores = new Map<string, number>();
  for (const word of plain.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? []) {
    for (const tongue of tongues.get(word) ?? []) scores.set(tongue, (scores.get(tongue) ?? 0) + 1);
  }
  const [first, second] = [...scores].sort((one, other) => other[1] - one[1]);
  if (!first || first[1] < 2 || (second && second[1] > first[1] * 0.7)) return null;
  return first[0];
}

function eastAsian(text: string): string {
  return /[\u3040-\u30ff]/u.test(text) ? 'ja' : 'zh';
}
