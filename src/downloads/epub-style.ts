import { plainStyles } from '../article/blocks/registry.ts';

const looks = plainStyles();

/** The style of a book: little, since its reader sets the type. */
export const bookStyle = `h1{font-size:1.6em;line-height:1.2}
${['.kicker', '.facts', ...looks.small, 'figcaption', '.notices'].join()}{font-size:.85em}
.kicker{text-transform:uppercase;letter-spacing:.05em;margin-bottom:0}
.standfirst{font-style:italic}
figure{margin:1em 0}
img{max-width:100%}
.credit:before{content:"· "}
blockquote{margin:1em 0;padding:0 0 0 1em;border-left:3px solid}
${looks.framed.join()}{border:1px solid;padding:.75em}
${looks.strong.join()}{font-weight:bold}
.notices{border-top:1px solid;margin-top:2em}
`;
