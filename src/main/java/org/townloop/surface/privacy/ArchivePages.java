package org.townloop.surface.privacy;

import java.util.List;
import org.springframework.stereotype.Component;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.Texts;
import tools.jackson.databind.json.JsonMapper;

/** Puts an archive's page into both languages: whoever reads it later may read another than today's. */
@Component
class ArchivePages {

    private final Texts texts;
    private final JsonMapper json;

    ArchivePages(Texts texts, JsonMapper json) {
        this.texts = texts;
        this.json = json;
    }

    ArchiveView of(Page page, List<ArchiveView.Sheet> sheets) {
        return new ArchiveView(
                both("privacy.archive.title"),
                both("privacy.archive.made") + " "
                        + page.times().exact(page.times().now()),
                both("privacy.archive.say"),
                sheets);
    }

    SheetBuilder sheet(String what, String file) {
        return new SheetBuilder(what, file, this, json);
    }

    /** The text in both languages, side by side. */
    String both(String key) {
        return texts.in(Texts.ENGLISH).get(key) + " · "
                + texts.in(Texts.CHINESE).get(key);
    }

    String both(String key, String name, Object value) {
        return texts.in(Texts.ENGLISH).get(key, name, value)
                + " · "
                + texts.in(Texts.CHINESE).get(key, name, value);
    }

    /** What a column is called; one without words keeps its own name. */
    String head(String column) {
        var key = "privacy.column." + column;
        return texts.in(Texts.ENGLISH).has(key) ? both(key) : column;
    }
}
