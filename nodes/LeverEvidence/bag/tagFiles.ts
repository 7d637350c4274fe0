/** The four tag files of a pack, by the names that RFC 8493 §2 gives them. */
export const BAG_DECLARATION = 'bagit.txt';
export const BAG_INFO = 'bag-info.txt';
export const MANIFEST = 'manifest-sha256.txt';
export const TAG_MANIFEST = 'tagmanifest-sha256.txt';

/** In the order in which a reader meets them. */
export const TAG_FILES: readonly string[] = [BAG_DECLARATION, BAG_INFO, MANIFEST, TAG_MANIFEST];

/** The tag files that the tag manifest lists: all but itself (RFC 8493 §2.2.1). */
export const LISTED_TAG_FILES: readonly string[] = [BAG_DECLARATION, BAG_INFO, MANIFEST];

/** Everything below this folder is payload (RFC 8493 §2.1.2). */
export const PAYLOAD_FOLDER = 'data/';

/** The whole content of `bagit.txt` (RFC 8493 §2.1.1). */
export const BAG_DECLARATION_TEXT = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';
