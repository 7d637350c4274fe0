import { AT_C, BS_7858, GDPR, ISO_27001, NIS2, NIST, PCI, SOC_2 } from './controls';

const ISO_27002 = 'ISO/IEC 27002:2022';
const FCRA = 'FCRA (15 U.S.C. 1681b)';

/**
 * How sure we are of what a control says (compliance reference, A.5):
 * - `read`: from a source that was read and is cited there
 * - `general`: general knowledge, not read again for this
 * - `open`: something about it is open, such as the wording or a number; look before you rely on it
 */
type Certainty = 'read' | 'general' | 'open';

/** A document that controls come from. */
export interface FrameworkDocument {
	/** As findings name it */
	framework: string;
	title: string;
	publisher: string;
	/** Public page of the document; its text may have to be bought */
	url: string;
	/** What was read in its place, where the document itself was not */
	readThrough?: string;
}

/** One control that findings may name; the title is in our own words, not the document's. */
export interface FrameworkControl {
	framework: string;
	/** As findings name it */
	id: string;
	/** Where it stands in the document */
	section: string;
	title: string;
	certainty: Certainty;
}

/** Documents in the order of the catalogue. */
export const FRAMEWORK_DOCUMENTS: readonly FrameworkDocument[] = [
	{
		framework: ISO_27001,
		title: 'Information security management systems: requirements',
		publisher: 'ISO/IEC',
		url: 'https://www.iso.org/standard/27001',
		readThrough: 'https://hightable.io/iso-27001-annex-a-6-1-audit-checklist',
	},
	{
		framework: ISO_27002,
		title: 'Information security controls',
		publisher: 'ISO/IEC',
		url: 'https://www.iso.org/standard/75652.html',
	},
	{
		framework: SOC_2,
		title: 'Trust Services Criteria, with the points of focus of 2022',
		publisher: 'AICPA',
		url: 'https://www.aicpa-cima.com/resources/download/2017-trust-services-criteria-with-revised-points-of-focus-2022',
	},
	{
		framework: NIST,
		title: 'Security and privacy controls for information systems and organizations',
		publisher: 'NIST',
		url: 'https://csrc.nist.gov/pubs/sp/800/53/r5/upd1/final',
		readThrough: 'https://github.com/usnistgov/oscal-content',
	},
	{
		framework: PCI,
		title: 'Payment Card Industry Data Security Standard',
		publisher: 'PCI Security Standards Council',
		url: 'https://www.pcisecuritystandards.org/document_library/',
		readThrough: 'https://www.withpci.com',
	},
	{
		framework: BS_7858,
		title: 'Screening of individuals working in a secure environment',
		publisher: 'BSI',
		url: 'https://knowledge.bsigroup.com/products/screening-of-individuals-working-in-a-secure-environment-code-of-practice',
		readThrough: 'https://www.security-vetting.co.uk',
	},
	{
		framework: NIS2,
		title: 'Technical requirements of cybersecurity risk management under NIS2',
		publisher: 'European Commission',
		url: 'https://eur-lex.europa.eu/eli/reg_impl/2024/2690/oj',
	},
	{
		framework: GDPR,
		title: 'General Data Protection Regulation',
		publisher: 'European Union',
		url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj',
	},
	{
		framework: FCRA,
		title: 'Fair Credit Reporting Act',
		publisher: 'United States Congress',
		url: 'https://www.law.cornell.edu/uscode/text/15/1681b',
	},
	{
		framework: AT_C,
		title: 'Examination engagements: evidence made by the entity',
		publisher: 'AICPA',
		url: 'https://www.aicpa-cima.com/resources/landing/clarified-statements-on-standards-for-attestation-engagements',
		readThrough: 'https://macpas.com/what-is-ipe-in-a-soc-examination',
	},
];

type Row = readonly [id: string, section: string, title: string, certainty?: Certainty];

/** Framework → its controls. Certainty is `read` where nothing else is said. */
const ROWS: Readonly<Record<string, readonly Row[]>> = {
	[ISO_27001]: [
		[
			'7.2',
			'clause 7.2',
			'People have the competence that their work asks for, and it is on record',
		],
		['A.5.3', 'annex A 5.3', 'Duties that conflict lie with different people'],
		['A.5.16', 'annex A 5.16', 'Every identity belongs to one known person over its whole life'],
		['A.5.18', 'annex A 5.18', 'Access is given, reviewed, changed and taken away by rule'],
		['A.5.33', 'annex A 5.33', 'Records are kept as long as needed, and no longer'],
		['A.5.34', 'annex A 5.34', 'Personal data is protected as law and contracts ask'],
		['A.6.1', 'annex A 6.1', 'Candidates are screened before they join, and people again later'],
		['A.6.2', 'annex A 6.2', 'Terms of employment state duties for information security'],
		['A.6.5', 'annex A 6.5', 'Duties and access after leaving or changing a job are settled'],
		['A.8.2', 'annex A 8.2', 'Privileged access is given to few and is managed'],
		['A.8.15', 'annex A 8.15', 'What happens is logged, and logs are kept and looked at'],
	],
	[ISO_27002]: [
		['6.1', 'control 6.1', 'What to do when a screening cannot be finished in time', 'general'],
	],
	[SOC_2]: [
		['CC1.1', 'CC1.1', 'The organisation is committed to integrity and its rules of conduct'],
		['CC1.4', 'CC1.4', 'Able people are found and kept, with a look at their background', 'open'],
		['CC1.5', 'CC1.5', 'People answer for their part in internal control'],
		['CC4.1', 'CC4.1', 'Somebody keeps checking that controls are there and work'],
		['CC5.1', 'CC5.1', 'Controls are chosen against risks, with duties apart'],
		['CC6.2', 'CC6.2', 'Users are registered before access and removed after it'],
		['CC6.3', 'CC6.3', 'Access follows roles, least privilege and separate duties'],
	],
	[NIST]: [
		['AC-2', 'AC-2', 'Accounts are managed from request to removal'],
		['AC-2(3)', 'AC-2(3)', 'Accounts that are not needed any more are disabled'],
		['AC-2(3)d', 'AC-2(3) d', 'Accounts that nobody used for a set time are disabled'],
		['AC-2j', 'AC-2 j', 'Accounts are reviewed at a set interval'],
		['AC-5', 'AC-5', 'Duties that conflict are separated'],
		['AC-6', 'AC-6', 'Nobody has more access than the work needs'],
		['AC-6(7)', 'AC-6(7)', 'Privileges are reviewed, and taken away when not needed'],
		['PS-3', 'PS-3', 'People are screened'],
		['PS-3a', 'PS-3 a', 'People are screened before they get access'],
		['PS-3b', 'PS-3 b', 'People are screened again under set conditions'],
		['PS-4', 'PS-4', 'Access ends when the employment ends'],
		['PS-6', 'PS-6', 'Access agreements are made and kept up'],
		['PS-6c', 'PS-6 c', 'Access agreements are signed before access'],
		['PS-7', 'PS-7', 'External personnel meet the same demands'],
	],
	[PCI]: [
		['7.2.4', 'requirement 7.2.4', 'User accounts and their access are reviewed every six months'],
		['7.2.5', 'requirement 7.2.5', 'Privileged and technical accounts have the least access'],
		['8.2.5', 'requirement 8.2.5', 'Access of leavers ends at once'],
		['8.2.6', 'requirement 8.2.6', 'Accounts not used for 90 days are removed or disabled'],
		['12.7.1', 'requirement 12.7.1', 'People are screened before they can reach card data'],
	],
	[BS_7858]: [['BS 7858', 'the whole standard', 'Screening of people in trusted work', 'open']],
	[NIS2]: [
		['10.2', 'annex, point 10.2', 'Background is verified before the work begins', 'general'],
		[
			'10.2.2(a)',
			'annex, point 10.2.2 (a)',
			'Criteria say which roles need a verification',
			'general',
		],
	],
	[GDPR]: [
		['Art. 5', 'article 5', 'Principles of processing personal data', 'general'],
		['Art. 5(1)(c)', 'article 5 (1) (c)', 'No more personal data than needed', 'general'],
		['Art. 5(1)(e)', 'article 5 (1) (e)', 'Personal data no longer than needed', 'general'],
		['Art. 10', 'article 10', 'Data about offences only where the law allows it', 'general'],
		['Art. 17', 'article 17', 'People may have their data erased', 'general'],
	],
	[FCRA]: [
		['604(b)(3)', 'section 604 (b) (3)', 'Notice before and after an adverse decision', 'general'],
	],
	[AT_C]: [['.36', 'paragraph .36', 'Information made by the entity is complete and accurate']],
};

/** Every control that a check may name, by document and then as listed. */
export const FRAMEWORK_CONTROLS: readonly FrameworkControl[] = FRAMEWORK_DOCUMENTS.flatMap(
	({ framework }) =>
		(ROWS[framework] ?? []).map(([id, section, title, certainty = 'read']) => ({
			framework,
			id,
			section,
			title,
			certainty,
		})),
);
