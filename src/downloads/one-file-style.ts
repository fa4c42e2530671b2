import { hash } from 'node:crypto';
import { plainStyles } from '../article/blocks/registry.ts';

const looks = plainStyles();

const css = `
:root{color-scheme:light dark;--ink:light-dark(#1c1a17,#e9e5dd);--soft:light-dark(#5d574e,#aaa49a);--rule:light-dark(#d9d4ca,#3d3934)}
body{margin:0;background:light-dark(#fcfbf8,#151412);color:var(--ink);font:1.125rem/1.55 Georgia,'Times New Roman',serif}
main{max-width:38rem;margin:0 auto;padding:1.5rem 1rem}
h1{font-size:2rem;line-height:1.15;margin:.25rem 0;text-wrap:balance}
${['.kicker', '.facts', 'body > footer', 'main > footer', 'figcaption', '.notices', ...looks.small].join()}{font:.875rem/1.5 system-ui,sans-serif;color:var(--soft)}
.kicker{text-transform:uppercase;letter-spacing:.06em;margin:0}
.standfirst{font-size:1.25rem;margin:.5rem 0}
p,li,a,figcaption{overflow-wrap:anywhere}
a{color:inherit}
img{max-width:100%;height:auto}
figure{margin:1.5rem 0}
.credit::before{content:'· '}
blockquote{margin:1.5rem 0;padding-inline-start:1rem;border-inline-start:3px solid var(--rule)}
${looks.framed.join()}{border:1px solid var(--rule);border-radius:.5rem;padding:1rem}
${looks.strong.join()}{font-weight:600;color:var(--ink)}
.notices,:is(body,main) > footer{border-top:1px solid var(--rule);margin-top:2rem}
.table,pre{overflow-x:auto}
table{border-collapse:collapse}
td,th{border:1px solid var(--rule);padding:.25rem .5rem}
@media print{body{background:none;color:#000}}
`;

/** The style of an article's one file, and the policy that allows this style and pictures inside, and nothing else. */
export const wholeStyle = {
  css,
  policy: `default-src 'none'; style-src 'sha256-${hash('sha256', css, 'base64')}'; img-src data:; base-uri 'none'; form-action 'none'`,
} as const;
