package org.townloop.supply.merchant.listing;

import com.ibm.icu.text.CharsetDetector;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/**
 * A file as text, whatever encoding it came in. What its encoding cannot say stands in it as {@value #BROKEN}.
 *
 * @param charset the one that the bytes were taken to be in
 */
record SourceText(String file, String text, Charset charset) {

    /** U+FFFD, the replacement character. */
    static final String BROKEN = "\uFFFD";

    private static final Set<String> PLAUSIBLE = Set.of("UTF-8", "UTF-16LE", "UTF-16BE", "GB18030", "windows-1252");

    static SourceText of(String file, byte[] bytes) {
        var charset = charset(bytes);
        var text = new String(bytes, charset);
        return new SourceText(file, text.startsWith("\uFEFF") ? text.substring(1) : text, charset);
    }

    List<String> lines() {
        return text.lines().toList();
    }

    /** The line, from 1, in which the character stands. */
    int lineAt(int offset) {
        return 1
                + (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
    }

    /** UTF-8 unless most of the lines that show the difference speak against it. */
    private static Charset charset(byte[] bytes) {
        if (!looksWide(bytes) && isMostlyUtf8(bytes)) {
            return StandardCharsets.UTF_8;
        }
        for (var match : new CharsetDetector().setText(bytes).detectAll()) {
            var name = match.getName().equals("ISO-8859-1") ? "windows-1252" : match.getName();
            if (PLAUSIBLE.contains(name)) {
                return Charset.forName(name);
            }
        }
        return StandardCharsets.UTF_8;
    }

    /** UTF-16: text in the other encodings has no zero bytes. */
    private static boolean looksWide(byte[] bytes) {
        for (int i = 0; i < Math.min(bytes.length, 1_000); i++) {
            if (bytes[i] == 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean isMostlyUtf8(byte[] bytes) {
        int good = 0;
        int bad = 0;
        int start = 0;
        for (int i = 0; i <= bytes.length; i++) {
            if (i == bytes.length || bytes[i] == '\n') {
                var line = ByteBuffer.wrap(bytes, start, i - start);
                if (!isAscii(line)) {
                    good += isUtf8(line) ? 1 : 0;
                    bad += isUtf8(line) ? 0 : 1;
                }
                start = i + 1;
            }
        }
        return good >= bad;
    }

    private static boolean isAscii(ByteBuffer line) {
        for (int i = line.position(); i < line.limit(); i++) {
            if (line.get(i) < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isUtf8(ByteBuffer line) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(line.duplicate());
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
