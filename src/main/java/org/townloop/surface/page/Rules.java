package org.townloop.surface.page;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Rules of style that only one page has: where something stands in a picture. They are made of numbers, never of what
 * somebody wrote.
 */
public final class Rules implements Content {

    private final Nonce nonce;
    private final Map<String, String> rules = new LinkedHashMap<>();

    public Rules(Page page) {
        this.nonce = page.nonce();
    }

    /** @throws IllegalArgumentException if the rule could end the style sheet */
    public Rules add(String selector, String declarations) {
        if ((selector + declarations).matches("(?s).*[<{}].*")) {
            throw new IllegalArgumentException("no rule: " + selector);
        }
        rules.put(selector, declarations);
        return this;
    }

    @Override
    public void writeTo(TemplateOutput output) {
        output.writeContent("<style nonce=\"" + nonce.value() + "\">");
        rules.forEach((selector, declarations) -> output.writeContent(selector + "{" + declarations + "}"));
        output.writeContent("</style>");
    }
}
