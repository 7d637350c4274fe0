/** A file as it arrived for verification. */
export interface GivenFile {
	/** With `/`, relative to whatever the files were read from */
	path: string;
	content: Buffer;
}
