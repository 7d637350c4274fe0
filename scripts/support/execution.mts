/** What `n8n execute --rawOutput` prints: the run data of every node. */
export interface Execution {
	status: string;
	data: {
		resultData: {
			runData: Record<string, TaskRun[]>;
			error?: ExecutionFault;
			lastNodeExecuted?: string;
		};
	};
}

export interface TaskRun {
	executionStatus: string;
	/** Milliseconds */
	executionTime?: number;
	data?: { main?: Array<Item[] | null> };
	error?: ExecutionFault;
}

export interface Item {
	json: Record<string, unknown>;
	binary?: Record<string, { id?: string; data?: string; fileName?: string }>;
	error?: unknown;
}

export interface ExecutionFault {
	message: string;
	description?: string | null;
}

/**
 * The execution in n8n's output, which starts with lines of its log.
 *
 * @returns undefined when n8n printed none, for instance because it did not get that far
 */
export function readExecution(output: string): Execution | undefined {
	const match = /^\{\n {2}"data"/m.exec(output);
	if (!match) return undefined;
	const end = output.lastIndexOf('\n}');
	return JSON.parse(output.slice(match.index, end + 2));
}

/** Items of one output of a node's last run; none when it did not run. */
export function itemsOf(execution: Execution, nodeName: string, output = 0): Item[] {
	const run = execution.data.resultData.runData[nodeName]?.at(-1);
	return run?.data?.main?.[output] ?? [];
}

/** Why a run stopped, in one line for a person: the node, what happened, what to do. */
export function explainFault(execution: Execution): string {
	const { error, lastNodeExecuted } = execution.data.resultData;
	if (!error) return `The run ended with the status "${execution.status}".`;
	const where = lastNodeExecuted ? `"${lastNodeExecuted}" stopped: ` : '';
	const description = error.description ? ` ${error.description}` : '';
	return `${where}${error.message}${description}`;
}
