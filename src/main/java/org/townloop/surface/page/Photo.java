package org.townloop.surface.page;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import org.townloop.base.media.PictureId;
import org.townloop.base.media.PictureSize;

/**
 * A photograph that a merchant sent.
 *
 * @param words what is to be seen, for those who do not see it; empty where the text beside it says so
 * @param soon whether it is at the top of the page, and loaded at once
 */
public record Photo(PictureId id, PictureSize size, String words, boolean soon) implements Content {

    @Override
    public void writeTo(TemplateOutput output) {
        output.writeContent("<img class=\"photo\" src=\"" + address() + "\" alt=\"" + escaped(words)
                + (soon ? "\">" : "\" loading=\"lazy\" decoding=\"async\">"));
    }

    public String address() {
        return "/media/" + id.value() + "." + size.code() + ".jpg";
    }

    /** The same picture, large. */
    public String large() {
        return new Photo(id, PictureSize.PAGE, words, soon).address();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
