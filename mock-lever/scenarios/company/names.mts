/** Invented people: first and last names are combined by the crowd, never taken from one person. */
export interface NameScript {
	first: readonly string[];
	last: readonly string[];
	/** How the script writes a full name */
	order: 'first last' | 'last first' | 'lastfirst';
}

export const NAME_SCRIPTS: readonly NameScript[] = [
	{
		first: ['Alma', 'Bastian', 'Chiara', 'Delphine', 'Emeka', 'Fenna', 'Gideon', 'Hedda'],
		last: ['Abernathy', 'Bellweather', 'Corrigan', 'Dunsany', 'Everdene', 'Farquhar', 'Oakhurst'],
		order: 'first last',
	},
	{
		first: ['Zoë', 'Łukasz', 'Søren', 'Andreea', 'Čeněk', 'Íris', 'Gülşen', 'Nguyệt'],
		last: ['Świątek', 'Ångström', 'Núñez', 'Dvořáček', 'Yılmazer', 'Grünewald', 'Trần'],
		order: 'first last',
	},
	{
		first: ['Олеся', 'Мирослав', 'Зоряна', 'Тихон', 'Веселина'],
		last: ['Ковальчук', 'Стоянова', 'Журавель', 'Петренко'],
		order: 'first last',
	},
	{
		first: ['Ελπίδα', 'Νικηφόρος', 'Δανάη', 'Σταύρος'],
		last: ['Παπαδάκη', 'Καραγιάννης', 'Θεοδώρου'],
		order: 'first last',
	},
	{
		first: ['ليلى', 'يوسف', 'سلمى', 'طارق'],
		last: ['الحداد', 'منصور', 'القاسمي'],
		order: 'first last',
	},
	{ first: ['נועם', 'שירה', 'איתן'], last: ['אברמוב', 'שלומי', 'גולן'], order: 'first last' },
	{ first: ['आरव', 'मीरा', 'रोहन'], last: ['शर्मा', 'अय्यर', 'चौहान'], order: 'first last' },
	{ first: ['さくら', '健太', '美咲'], last: ['山本', '小林', '渡辺'], order: 'last first' },
	{ first: ['晓明', '雅婷', '志强'], last: ['王', '陈', '欧阳'], order: 'lastfirst' },
	{ first: ['지우', '민준', '서연'], last: ['김', '박', '최'], order: 'lastfirst' },
];
