// The page that an EHR opens: which server launches the evidence page, and may it?

import '../styles/base.css';
import { byId, el } from '../dom.ts';
import { authorize, LaunchError } from '../record/smart.ts';
import { pageConfig } from '../service.ts';
import { pageWords, readersLanguage } from '../words.ts';
import { problemView } from './problem.ts';

async function launch(): Promise<void> {
  const language = readersLanguage();
  const words = pageWords(language);
  const page = byId('page');
  document.documentElement.lang = language;
  document.title = words('title');
  page.replaceChildren(el('p', { class: 'waiting', role: 'status' }, words('launch.waiting')));
  try {
    const { searchParams } = new URL(location.href);
    const iss = searchParams.get('iss');
    if (iss === null) throw new LaunchError('no-iss');
    await authorize(await pageConfig(), iss, searchParams.get('launch') ?? undefined);
  } catch (error) {
    page.replaceChildren(problemView(error, words));
  }
}

await launch();
