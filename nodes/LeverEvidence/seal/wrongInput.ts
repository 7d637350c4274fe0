import { OperationalError } from 'n8n-workflow';

const SENTENCES = {
	exceptions: {
		message: "These items come from the output 'Exceptions' of 'Lever Compliance'",
		description:
			"Connect the output 'Evidence' of 'Lever Compliance' to this node. 'Exceptions' holds names and is meant for alerts.",
	},
	collected: {
		message: "These items come from 'Lever', before anything was checked",
		description:
			"Put 'Lever Compliance' between 'Lever' and this node, and connect its output 'Evidence' here.",
	},
	notCompliance: {
		message: "None of these items comes from 'Lever Compliance'",
		description:
			"Connect the output 'Evidence' of 'Lever Compliance' to this node, with no node in between that changes its items.",
	},
} as const;

/** Items on Seal's input that no pack can be made of; says which output to connect instead. */
export class WrongInput extends OperationalError {
	constructor(reason: keyof typeof SENTENCES) {
		super(SENTENCES[reason].message, { description: SENTENCES[reason].description });
	}
}
