package org.townloop.base.notice;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.springframework.stereotype.Component;

/** The templates that come with the program, from {@code messages/notice_<language>.properties}. */
@Component
class ShippedDrafts {

    private final Map<Letter, Draft> english = read("en");
    private final Map<Letter, Draft> chinese = read("zh_CN");

    Draft of(Letter letter, Locale language) {
        var drafts = language.getLanguage().equals("zh") ? chinese : english;
        return Objects.requireNonNull(drafts.get(letter));
    }

    private static Map<Letter, Draft> read(String language) {
        var texts = new Properties();
        var file = "/messages/notice_" + language + ".properties";
        try (var stream = Objects.requireNonNull(ShippedDrafts.class.getResourceAsStream(file), file);
                var reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var drafts = new EnumMap<Letter, Draft>(Letter.class);
        for (var letter : Letter.values()) {
            var key = "notice." + letter.code() + ".";
            drafts.put(
                    letter, new Draft(get(texts, key + "title"), get(texts, key + "brief"), get(texts, key + "full")));
        }
        return drafts;
    }

    private static String get(Properties texts, String key) {
        return Objects.requireNonNull(texts.getProperty(key), key);
    }
}
