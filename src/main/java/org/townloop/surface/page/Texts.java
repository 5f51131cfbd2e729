package org.townloop.surface.page;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** All texts of all surfaces, from {@code messages/<surface>_<language>.properties} in UTF-8. */
@Component
public class Texts {

    public static final Locale ENGLISH = Locale.ENGLISH;
    public static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;

    /** The languages the pages are written in. */
    public static final List<Locale> LANGUAGES = List.of(ENGLISH, CHINESE);

    private final Wording english = read(ENGLISH);
    private final Wording chinese = read(CHINESE);

    /** The texts in the language, or in English if they are not written in it. */
    public Wording in(Locale locale) {
        return locale.getLanguage().equals("zh") ? chinese : english;
    }

    private static Wording read(Locale locale) {
        var texts = new HashMap<String, String>();
        try {
            var found = new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:messages/*_" + locale + ".properties");
            List.of(found).stream()
                    .sorted(Comparator.comparing(file -> String.valueOf(file.getFilename())))
                    .forEach(file -> add(texts, file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Wording(locale, Map.copyOf(texts));
    }

    private static void add(Map<String, String> texts, Resource file) {
        var read = new Properties();
        try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            read.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + file, e);
        }
        for (var key : read.stringPropertyNames()) {
            if (texts.put(key, read.getProperty(key)) != null) {
                throw new IllegalStateException("the text " + key + " is there twice, again in " + file);
            }
        }
    }
}
