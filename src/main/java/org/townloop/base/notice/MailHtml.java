package org.townloop.base.notice;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The text of a mail as a page: paragraphs and links, and nothing that would be fetched. */
final class MailHtml {

    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"&]+(?:&amp;[^\\s<>\"&]+)*");

    private MailHtml() {}

    static String of(Mail mail) {
        var paragraphs = Pattern.compile("\\n\\s*\\n")
                .splitAsStream(mail.text().strip())
                .map(MailHtml::paragraph)
                .collect(Collectors.joining("\n"));
        return """
            <!doctype html>
            <html lang="%s"><head><meta charset="utf-8"><title>%s</title></head>
            <body style="margin:0;padding:24px;background:#f6f1e6;color:#2b2620;font:16px/1.5 system-ui,sans-serif">
            <div style="max-width:560px;margin:0 auto;padding:24px;background:#fffdf8;border-radius:12px">
            %s
            </div></body></html>
            """.formatted(mail.language(), escaped(mail.subject()), paragraphs);
    }

    private static String paragraph(String text) {
        var lines = escaped(text).replace("\n", "<br>\n");
        var linked = LINK.matcher(lines).replaceAll("<a href=\"$0\" style=\"color:#1f5f5b\">$0</a>");
        return "<p style=\"margin:0 0 16px\">" + linked + "</p>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
