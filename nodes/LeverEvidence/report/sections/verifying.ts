import { html, type Html } from '../html';
import type { ReportModel } from '../model';

/** How to find out that nothing in the pack was changed, with tools of any system. */
export function verifying(model: ReportModel): Html {
	return html`<section aria-labelledby="verifying">
		<h2 id="verifying">How to verify this pack</h2>
		<ol>
			<li>
				Unpack it and go into the folder <code>${model.sealed.bagNames.evidence}</code>. On Linux:
				<pre><code>sha256sum -c tagmanifest-sha256.txt
sha256sum -c manifest-sha256.txt</code></pre>
				On macOS, <code>shasum -a 256 -c</code> does the same. The pack is a BagIt bag (RFC 8493).
			</li>
			<li>
				Compare the digest of <code>tagmanifest-sha256.txt</code> with the one that was kept
				somewhere else when the pack was made. Without that step a pack that was rewritten as a
				whole looks sound.
			</li>
			<li>
				The operation Verify of the node Lever Evidence does both and names every changed, added and
				missing file.
			</li>
			<li>
				Every population in <code>data/populations</code> has the SHA-256 that
				<code>data/run.json</code> states for it, and the lines of one check in
				<code>data/findings.jsonl</code> have its <code>findingsSha256</code>.
			</li>
		</ol>
	</section>`;
}
