/**
 * The site's path, where it is known → the script that 404.html carries: light or dark as its reader chose on a page of the
 * course, and the button that changes it. It is shown at any depth, so that it can load no script: it does not know from where.
 */
export function notFoundScript(url: string | null): string {
  const base = JSON.stringify(pathOfSite(url)).replaceAll('<', '\\u003c');
  return `(()=>{
const root=document.documentElement,system=matchMedia('(prefers-color-scheme: dark)'),base=${base};
const nameOf=(path)=>'lectern:'+path+':scheme',above=location.pathname;let name=base!==null&&above.startsWith(base)?nameOf(base):null,scheme=null;
try{for(let path=above;path&&scheme===null;path=path.slice(0,-1)){if(!path.endsWith('/'))continue;const kept=localStorage.getItem(nameOf(path));if(kept==='light'||kept==='dark'){name=nameOf(path);scheme=kept}}}catch{}
const isDark=()=>scheme===null?system.matches:scheme==='dark';
const show=()=>{if(scheme===null)delete root.dataset.scheme;else root.dataset.scheme=scheme;root.dataset.lecternSwitch=isDark()?'light':'dark'};
show();system.addEventListener('change',show);
document.addEventListener('click',({target})=>{if(!target.closest('.lectern-scheme'))return;const wanted=isDark()?'light':'dark';scheme=(wanted==='dark')===system.matches?null:wanted;show();
try{if(name!==null)scheme===null?localStorage.removeItem(name):localStorage.setItem(name,scheme)}catch{}})})()`;
}

/** With a slash at its end; null where nobody knows: then a choice that is kept nowhere yet holds for the page alone. */
function pathOfSite(url: string | null): string | null {
  return url !== null && URL.canParse(url) ? new URL(url).pathname : null;
}
