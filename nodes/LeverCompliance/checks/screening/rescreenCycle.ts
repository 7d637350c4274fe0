import type { StaffRow } from '../../lists/types';
import type { Policy } from '../../policy';
import { foldKey } from '../../policy/foldKey';
import { tableOf, text, wholeNumber } from '../../policy/settings';

const CYCLE = { standard: 0, from: 0, to: 240 };

export const RESCREENING_SETTINGS = {
	rescreenMonths: wholeNumber({
		...CYCLE,
		title: 'Screening Again After Months',
		description:
			'After how many months everybody who works here is screened again; 0 for never, which keeps SCR-14 switched off',
	}),
	rescreenJobs: tableOf({
		title: 'Screening Again by Job',
		description:
			'Jobs that are screened again after another number of months, 0 for never. The first row that names the job title, or else the department, of the staff list holds.',
		standard: [],
		columns: {
			jobTitle: text({ title: 'Job Title', description: 'As the staff list has it', standard: '' }),
			department: text({
				title: 'Department',
				description: 'As the staff list has it',
				standard: '',
			}),
			months: wholeNumber({
				...CYCLE,
				title: 'Months',
				description: 'After how many months this job is screened again',
			}),
		},
	}),
};

/** Whether anybody at all is screened again. */
export function isRescreened({ screening }: Policy): boolean {
	return screening.rescreenMonths > 0 || screening.rescreenJobs.some(({ months }) => months > 0);
}

/** Months of the cycle, 0 for none; null where the policy needs no screening at all. */
export function cycleOf({ details }: StaffRow, { screening }: Policy): number | null {
	const job = details.jobTitle === null ? '' : foldKey(details.jobTitle);
	const department = details.department === null ? '' : foldKey(details.department);
	if (job !== '' && screening.exemptJobTitles.some((title) => foldKey(title) === job)) return null;
	const own = screening.rescreenJobs.find(({ jobTitle, department: ofDepartment }) => {
		const wanted = [foldKey(jobTitle), foldKey(ofDepartment)];
		if (wanted[0] !== '' && wanted[0] !== job) return false;
		if (wanted[1] !== '' && wanted[1] !== department) return false;
		return wanted.some((one) => one !== '');
	});
	return own?.months ?? screening.rescreenMonths;
}
