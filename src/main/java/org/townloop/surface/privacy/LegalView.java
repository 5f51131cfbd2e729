package org.townloop.surface.privacy;

import java.util.List;
import org.townloop.surface.page.Page;

/**
 * A text that people agree to.
 *
 * @param text which: {@code terms} or {@code notice}
 */
record LegalView(Page page, String text, String title, String version, List<Section> sections) {

    record Section(String head, String say) {}
}
