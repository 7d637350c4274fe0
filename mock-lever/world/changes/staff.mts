import { defineChange } from '../change.mts';
import { address, day, filledText, optional } from '../inputs.mts';
import { ChangeRefused } from '../refused.mts';
import { addStaffRow, isoDay } from '../staff.mts';

export const addStaff = defineChange({
	about: 'Puts a person on the staff list, without anything in Lever',
	inputs: { name: filledText, email: optional(address), startDate: optional(day) },
	run: (account, person) => addStaffRow(account, person),
});

export const endEmployment = defineChange({
	about: 'Somebody leaves: the staff list says so. A Lever user stays active until deactivated',
	inputs: { email: address, endDate: optional(day) },
	run(account, { email, endDate }) {
		const { staff } = account.companion;
		const position = staff.findLastIndex((row) => row.email?.toLowerCase() === email.toLowerCase());
		const before = staff[position];
		if (before === undefined) {
			throw new ChangeRefused(`The staff list has nobody with the address "${email}".`);
		}
		const after = {
			...before,
			status: 'terminated',
			end_date: isoDay(endDate ?? account.now()),
		};
		staff[position] = after;
		return after;
	},
});
