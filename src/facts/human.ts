// What does the record answer where only a human can?

import { finding, type Finding } from '../logic/finding.ts';
import { say } from '../logic/message.ts';

/** Never decided by the record; `question` names the sentence that says who judges what. */
export const onlyHumansJudge = (question: string): Finding => finding('needs-investigator', say(question));
