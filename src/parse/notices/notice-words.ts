import type { NoticeKind } from '../nodes.ts';

/** A form of notice: what kind it is, and the words that a paragraph of it has. */
export interface NoticeForm {
  kind: NoticeKind;
  pattern: RegExp;
  /** Longest paragraph, in words, that this form is looked for in: 60 where nothing is said. */
  words?: number;
}

/**
 * How publishers word what is about the article and not of it. Each pattern is bound to a paragraph's beginning or
 * covers all of it, so that prose that merely mentions such words stays prose.
 */
export const noticeForms: readonly NoticeForm[] = [
  // Disclaimers: the word and a colon or dash open the paragraph.
  {
    kind: 'disclaimer',
    words: 250,
    pattern:
      /^(?:legal )?(?:disclaimer|disclosure|haftungsausschluss|avertissement|clause de non-responsabilité|descargo de responsabilidad|aviso legal|aviso de isenção|isenção de responsabilidade|esclusione di responsabilità|vrijwaring|zastrzeżenie|ansvarsfriskrivning|sorumluluk reddi|отказ от ответственности|отмова від відповідальності|إخلاء المسؤولية|הבהרה משפטית|免责声明|免責聲明|声明|免責事項|면책 ?조항|면책 ?고지)\s*[:：—–-]/iu,
  },
  {
    kind: 'disclaimer',
    words: 250,
    pattern:
      /^(?:the (?:copyright|views|opinions)(?:,? (?:thoughts|opinions|and opinions|and views))? (?:of this article|of the article|expressed)|(?:all )?(?:views|opinions) expressed|nothing in this article (?:is|constitutes)|this (?:article|material|content|information) (?:is|does) not (?:constitute|intended|financial|investment|legal|medical)|(?:die|der) (?:hier )?(?:geäußerten?|beitrag gibt)|las opiniones expresadas|les opinions exprimées|as opiniões expressas|le opinioni espresse)/iu,
  },
  // Corrections.
  {
    kind: 'correction',
    words: 160,
    pattern:
      /^(?:[*•]\s*)?(?:(?:a )?(?:correction|clarification|corrected|erratum|errata|corrigendum|corrections and clarifications)s?|berichtigung|korrektur|richtigstellung|rectificatif|rectification|précision|erratum|fe de err(?:at|or)(?:as?|es)|corrección|rectificación|aclaración|correção|errata corrige|rettifica|correctie|rectificatie|rättelse|rettelse|oikaisu|sprostowanie|oprava|исправление|поправка|уточнение|виправлення|düzeltme|更正|訂正|정정)(?:[\s,]+(?:appended|on|of|an?|to|vom|du|del|de)?\s?[\p{L}\p{N} .,/]{0,40})?\s*[:：—–]/iu,
  },
  {
    kind: 'correction',
    words: 120,
    pattern:
      /^(?:[*•(]\s*)?(?:(?:editor['’]?s['’]? note:? )?an? (?:earlier|previous|original) version of (?:this|the)|this (?:article|story|post|report|piece|headline|copy)(?: and its headline)? (?:has been|was|is being) (?:corrected|amended|updated|clarified|revised|changed|edited)|the (?:headline|story|article) (?:has been|was) (?:corrected|amended|updated)|updates? to (?:include|add|reflect|clarify|correct)|(?:in einer früheren|in einer ersten|in der ursprünglichen) (?:version|fassung)|dans une (?:première|précédente) version|una versión (?:anterior|previa)|uma versão anterior|una versione precedente|een eerdere versie|en tidigare version)/iu,
  },
  // "Update 5/2/24, 1:48 p.m. ET: This article was updated with …"
  {
    kind: 'correction',
    words: 120,
    pattern:
      /^(?:updated?|aktualisiert|mis à jour)\b[\p{L}\p{N} .,:/-]{0,40}:\s+(?:this|the) (?:article|story|post|report|piece|headline) (?:was|has been|is being)\b/iu,
  },
  // Where it came from.
  {
    kind: 'republished',
    words: 80,
    pattern:
      /^(?:[*•(—–-]\s*)?(?:(?:an? (?:earlier |longer |shorter )?version of )?this (?:article|story|piece|post|essay|column|text|excerpt|commentary|op-ed)(?: was| is| has been)? (?:(?:first|originally|previously|also) )*(?:appeared|appears|published|posted|ran|republished|reprinted|adapted|syndicated|produced|reposted)\b(?=.*\b(?:in|on|by|from|at|for|with)\b)|(?:an? (?:earlier |longer |shorter )?version of )?(?:this|the) (?:article|story|piece|post|essay|column|report|interview|text|excerpt|commentary|op-ed)(?: was| is| has been)? (?:first|originally|previously) (?:appeared|published|posted|ran|aired|printed) (?:in|on|by|at)\b|(?:first|originally|previously) (?:published|appeared|posted) (?:in|on|by|at)|(?:re(?:published|printed|posted)|reproduced) (?:with|by) (?:the )?(?:kind )?permission|(?:republished|reprinted|adapted|excerpted|cross-?posted|reposted) from\b|(?:dieser|der) (?:artikel|text|beitrag) (?:erschien|ist|wurde) (?:zuerst|ursprünglich|erstmals)|(?:cet|ce|l['’]) ?(?:article|texte|entretien|tribune)[^.]{0,30} (?:a été|est) (?:d['’]abord |initialement |originellement )?(?:publiée?|paru)|(?:este|el) (?:artículo|texto|reportaje)[^.]{0,20} (?:fue|se|apareció) (?:publicado|publicó)? ?(?:originalmente|por primera vez)|(?:este|o) (?:artigo|texto)[^.]{0,20} foi (?:publicado|originalmente)|questo articolo è (?:apparso|stato pubblicato)|dit artikel (?:verscheen|is) (?:eerder|oorspronkelijk)|本文(?:首发|原载|最初发表|转载)|この記事は.{0,40}(?:転載|初出|掲載された)|이 (?:기사|글)는.{0,40}(?:처음|게재))/iu,
  },
  {
    kind: 'republished',
    words: 60,
    pattern:
      /^\(?(?:except for the headline, )?(?:this|the) story has not been edited by\b|^\(with (?:inputs|agency inputs|input) from\b/iu,
  },
  // Tips and questions to readers: asking, and a way to answer in the same paragraph.
  {
    kind: 'tip',
    words: 110,
    pattern:
      /^(?:do you (?:have|know)|have you (?:got|been)|got|have|know|are you|were you|want to share|if you (?:have|know)|has your)\b[^?]{0,160}(?:\b(?:tips?|stor(?:y|ies)|information|confidential|questions?|views?|experience|something|anything)\b)[^]{0,600}(?:\b(?:let us know|contact|email|e-mail|get in touch|tell us|write to|send|reach|share|call|whatsapp|signal|message)\b|@[\w.-]+\.\w{2,}|\bhere\b)/iu,
  },
  {
    kind: 'tip',
    words: 60,
    pattern:
      /^(?:got (?:a|any) (?:news )?(?:tips?|stor(?:y|ies))|have a (?:news )?(?:tip|story)|(?:send|submit|email|share) (?:us )?(?:your |any |a )?(?:news )?(?:tips?|story ideas|stories)(?=$|\W)|to (?:contact|reach) the (?:reporter|author|writer|editor)s?\b|contact (?:the )?(?:reporter|author|writer)\b|(?:hast|habt|haben) (?:du|ihr|sie)\b[^?]{0,80}(?:hinweis|tipp|informationen|fragen|geschichte)\b[^?]{0,80}\?|(?:avez-vous|vous avez)\b[^?.]{0,80}(?:information|témoignage|question|histoire)s?\b[^?.]{0,120}(?:contacte|écrive|envoye)|¿(?:tienes|tiene|quieres)\b[^?]{0,80}(?:historia|información|pista|pregunta)|(?:tem|você tem)\b[^?]{0,60}(?:informação|história|sugestão|dica)\b[^?]{0,60}\?|hai (?:una|delle) (?:storia|segnalazion[ei]|informazion[ei])\b|heb je een (?:tip|verhaal)\b)/iu,
  },
  { kind: 'tip', words: 60, pattern: /^when we learn of a mistake, we acknowledge it\b/iu },
  // Newsletters: an invitation in the imperative.
  {
    kind: 'newsletter',
    words: 55,
    pattern:
      /^(?:(?:sign|signed) up (?:(?:here|now|today|free) )?(?:to|for) (?=.*\b(?:newsletters?|emails?|updates?|briefings?|alerts?|digest|inbox|weekly|daily|morning)\b)|subscribe (?:here |now |today )?(?:to|for) (?=.*\b(?:newsletters?|emails?|updates?|podcast|inbox|briefing|channel|digest)\b)|get (?=.*\b(?:(?:in|to|into) your inbox|newsletter|by email|email alerts)\b)|(?:want|like|looking for) (?:more|the latest|this|what you).*\b(?:newsletter|sign up|inbox)\b|join (?=.*\b(?:newsletter|mailing list|subscribers)\b)|(?:the|our) (?:best|latest|top|day['’]s).*\b(?:(?:in|to) your inbox|newsletter)\b|enter your email|thank you for (?:signing up|subscribing)|you can unsubscribe|by (?:signing up|subscribing|entering your email),? (?:you|i) (?:agree|will|consent)|newsletter(?: sign-?up)?$|this (?:article|story|piece) (?:is (?:adapted )?from|first appeared in|was first sent as|appeared in) (?:the |our )?.{2,60}\bnewsletter\b)/iu,
  },
  {
    kind: 'newsletter',
    words: 45,
    pattern:
      /^(?:(?:abonnier(?:e|en|t)|melde(?:n)?|bestellen|jetzt)\b(?=.*\bnewsletter\b)|(?:inscrivez-vous|abonnez-vous|recevez)\b(?=.*\b(?:newsletter|infolettre|lettre|mail)\b)|(?:suscríbe(?:te|se)|apúntate|recibe|regístrate)\b(?=.*\b(?:newsletter|boletín|boletines|correo)\b)|(?:assine|inscreva-se|receba)\b(?=.*\b(?:newsletter|boletim|e-?mail)\b)|(?:iscriviti|ricevi)\b(?=.*\b(?:newsletter|e-?mail)\b)|(?:schrijf je in|meld je aan|ontvang)\b(?=.*\b(?:nieuwsbrief|mail)\b)|подпишитесь\b|订阅|訂閱|ニュースレター(?:に|へ)?登録)/iu,
  },
  // Sharing and following: the whole paragraph is the prompt.
  {
    kind: 'share',
    words: 40,
    pattern:
      /^(?:share (?:this|on|via|with|article|story|to)(?:\s|$)(?!.{120})|follow (?:us|me|him|her|them|@\w+|.{2,60}) on (?:twitter|x|facebook|instagram|linkedin|threads|bluesky|mastodon|tiktok|youtube|telegram|whatsapp|google news)\b.{0,120}$|(?:like|join|find|visit|follow) us (?:on|at)\b.{0,100}$|(?:join the conversation|leave a comment|tell us what you think|let us know (?:what you think|your thoughts) (?:in the comments|below))\b.{0,80}$|(?:teilen|artikel teilen|partager|partager cet article|compartir|comparte|compartilhe|condividi|delen|dela|udostępnij|поделиться|分享|シェア)(?:\s+(?:auf|sur|en|no|su|op|på|w|в).{0,60})?$)/iu,
  },
  // Editors speaking.
  {
    kind: 'note',
    words: 160,
    pattern:
      /^(?:[*•[(]\s*)?(?:(?:editor|publisher|author|writer|translator|ed)(?:s['’]|['’]?s)?['’]? ?notes?|ed\. note|note (?:to readers|from the editor|de la rédaction|de l['’]éditeur|du traducteur)|n\.?d\.?l\.?r\.?|anmerkung(?: der redaktion| d\. red\.)?|hinweis(?: der redaktion)?|in eigener sache|nota (?:de la redacción|del editor|da redação|do editor|della redazione|dell['’]editore)|n\. ?(?:de la|da) r\.|redactionele noot|noot van de redactie|redaktionens (?:anmärkning|bemærkning|kommentar)|od redakcji|от редакции|від редакції|примечание редакции|编者按|編按|编者注|編集部注|편집자 ?주)\s*[:：—–-]/iu,
  },
  // Reuters: who else worked on it, parted by semicolons, and what the house promises.
  {
    kind: 'note',
    words: 80,
    pattern:
      /^\(?(?:additional |with )?(?:reporting|writing|compiled) by [^;.]{2,200}; ?(?:additional |further )?(?:reporting|writing|editing|graphics|compiled)\b/iu,
  },
  { kind: 'note', words: 16, pattern: /^our standards: the [\p{L} ]{3,40} trust principles\b/iu },
  // What other platforms' embeds flatten to: no text of their own.
  {
    kind: 'note',
    words: 40,
    pattern:
      /^(?:view this post on instagram\b|a post shared by .{1,80}\(@[\w.]{1,30}\)|posted by .{2,60} on (?:mon|tues|wednes|thurs|fri|satur|sun)day, [a-z]+ \d{1,2}, \d{4}$)/iu,
  },
  { kind: 'note', words: 12, pattern: /^tweet may have been deleted(?:\s*\(opens in a new (?:tab|window)\))?$/iu },
];

/** The words of a disclaimer by which a text is somebody else's, reposted here. */
export const repostingWords =
  /\b(?:copyright (?:of this article )?(?:belongs|remains|is owned|rests)\b.{0,40}\b(?:author|owner|source)|re-?post(?:ing|ed)\b|re-?print(?:ing|ed)\b.{0,80}\b(?:infring|copyright|author)|infringement\b.{0,60}\bcontact\b|reproduced from|(?:droits|derechos|direitos) .{0,30}(?:auteur|autor))|版权归.{0,10}(?:作者|原)|转载|轉載|著作権は.{0,20}(?:著者|原著者)|저작권은.{0,20}(?:원저|저자)|urheberrecht.{0,40}(?:autor|verfasser)/iu;
