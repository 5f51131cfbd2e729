package org.townloop.surface.page;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import io.nayuki.qrcodegen.QrCode.Ecc;

/**
 * A QR code, drawn black on white in both colour schemes so that every scanner reads it, with the quiet zone of four
 * modules that ISO/IEC 18004 asks for.
 *
 * @param label what it is, for those who do not see it
 */
public record QrCode(String text, String label) implements Content {

    private static final int QUIET = 4;

    @Override
    public void writeTo(TemplateOutput output) {
        var code = io.nayuki.qrcodegen.QrCode.encodeText(text, Ecc.LOW);
        var size = code.size + 2 * QUIET;
        output.writeContent("<svg class=\"qr\" role=\"img\" viewBox=\"0 0 " + size + " " + size
                + "\" shape-rendering=\"crispEdges\"><title>");
        output.writeUserContent(label);
        output.writeContent("</title><path fill=\"#fff\" d=\"M0 0h" + size + "v" + size + "H0z\"/><path d=\"");
        output.writeContent(modules(code));
        output.writeContent("\"/></svg>");
    }

    /** The dark modules, those that touch in a row as one stroke. */
    private static String modules(io.nayuki.qrcodegen.QrCode code) {
        var path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                var from = x;
                while (x < code.size && code.getModule(x, y)) {
                    x++;
                }
                if (x > from) {
                    path.append('M').append(from + QUIET).append(' ').append(y + QUIET);
                    path.append('h')
                            .append(x - from)
                            .append("v1h")
                            .append(from - x)
                            .append('z');
                }
            }
        }
        return path.toString();
    }
}
