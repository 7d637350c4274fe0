import { aboutOpportunity } from '../events.mts';
import { defineChange } from '../change.mts';
import { idOf, opportunity, performAs } from '../inputs.mts';
import { changeOpportunity, interactionNow, stageChange } from '../opportunities.mts';
import { ChangeRefused } from '../refused.mts';

export const moveStage = defineChange({
	about: 'Moves an opportunity into another stage',
	inputs: { opportunity, stage: idOf('stages', 'a stage'), performAs },
	run(account, { opportunity: before, stage, performAs: by }) {
		if (before.stage === stage.id) {
			throw new ChangeRefused(`The opportunity is in the stage "${stage.text}" already.`);
		}
		const after = changeOpportunity(account, before, {
			stage: stage.id,
			stageChanges: [...before.stageChanges, stageChange(account, stage.id, by?.id)],
			lastAdvancedAt: account.now(),
			...interactionNow(account),
		});
		account.announce({
			event: 'candidateStageChange',
			data: { ...aboutOpportunity(after), fromStageId: before.stage, toStageId: stage.id },
			origin: after.origin,
		});
		return after;
	},
});
