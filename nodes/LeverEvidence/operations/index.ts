import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { seal } from './seal';
import { verify } from './verify';

type Operation = (context: IExecuteFunctions) => Promise<INodeExecutionData[]>;

/** Value of the parameter Operation → what it does. */
export const OPERATIONS: Record<string, Operation> = { seal, verify };
