import type { INodeProperties } from 'n8n-workflow';

/** Parameters of the node, in the order of the editor. */
export const properties: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Seal',
				value: 'seal',
				description: 'Make an evidence pack and an identities pack of the results of a run',
				action: 'Seal evidence',
			},
			{
				name: 'Verify',
				value: 'verify',
				description: 'Find every file of a pack that was changed, added or removed',
				action: 'Verify evidence',
			},
		],
		default: 'seal',
	},
	{
		displayName:
			'Connect the output "Evidence" of Lever Compliance. Each pack comes out as one item with all its files; Compression makes one zip of it with the field names {{ Object.keys($binary).join(",") }}. Send the digest <code>tagManifestSha256</code> to somebody else\'s inbox: it anchors the pack.',
		name: 'sealNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { operation: ['seal'] } },
	},
	{
		displayName: 'Expected Digest',
		name: 'expectedDigest',
		type: 'string',
		default: '',
		placeholder: 'e.g. 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
		description:
			'Digest of tagmanifest-sha256.txt that was kept elsewhere when the pack was sealed. Without it, a pack that was rewritten as a whole verifies.',
		displayOptions: { show: { operation: ['verify'] } },
	},
];
