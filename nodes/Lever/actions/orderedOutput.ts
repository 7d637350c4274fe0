import type { INodeExecutionData } from 'n8n-workflow';

/** What one input item gave: the items of each output. */
export interface ItemOutput {
	records: INodeExecutionData[];
	collections: INodeExecutionData[];
}

/** Puts the outputs of input items that end in any order into the order of the input items. */
export class OrderedOutput {
	readonly records: INodeExecutionData[] = [];

	readonly collections: INodeExecutionData[] = [];

	private readonly early = new Map<number, ItemOutput>();

	private next = 0;

	/** Each input item once */
	add(itemIndex: number, output: ItemOutput): void {
		this.early.set(itemIndex, output);
		for (;;) {
			const ready = this.early.get(this.next);
			if (ready === undefined) return;
			this.early.delete(this.next);
			this.next += 1;
			for (const item of ready.records) this.records.push(item);
			for (const item of ready.collections) this.collections.push(item);
		}
	}
}
