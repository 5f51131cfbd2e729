package org.townloop;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.MessagePatternUtil;
import com.ibm.icu.text.MessagePatternUtil.ArgNode;
import com.ibm.icu.text.MessagePatternUtil.MessageNode;
import com.ibm.icu.text.MessagePatternUtil.TextNode;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All texts in both languages, and what may be wrong with them; each check gives a sentence for each fault. */
record MessageBook(Map<String, String> english, Map<String, String> chinese) {

    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");
    private static final Pattern LATIN_WORDS = Pattern.compile("\\p{IsLatin}{2,}[ ,’']+\\p{IsLatin}{2,}");

    /** Names that stay as they are in the other language: the names of languages, of the seal, of protocols. */
    private static final Pattern NAMES = Pattern.compile(
            "中文|简体|柳溪|小城圈|Willow Creek|Stone Bridge|Idempotency-Key|OpenStreetMap( contributors)?|Townloop"
                    + "|English|Apache-2\\.0|Apache License|Bearer|OpenAPI|JSON");

    /** A text between quotes that can only be the key of a message: {@code page.text("portal.home.title")}. */
    private static final Pattern KEY = Pattern.compile(
            "\"((?:account|portal|counter|desk|office|page|api|sandbox|refusal)(?:\\.(?!css\"|js\"|svg\")[a-zA-Z0-9-]+)+)\"");

    static MessageBook read(String folder) {
        return new MessageBook(entries(folder, "_en.properties"), entries(folder, "_zh_CN.properties"));
    }

    private static Map<String, String> entries(String folder, String ending) {
        var entries = new TreeMap<String, String>();
        SourceFile.below(folder, ending).forEach(file -> entries.putAll(parse(file.text())));
        return entries;
    }

    static Map<String, String> parse(String text) {
        var properties = new Properties();
        try {
            properties.load(new StringReader(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var entries = new TreeMap<String, String>();
        properties.stringPropertyNames().forEach(key -> entries.put(key, properties.getProperty(key)));
        return entries;
    }

    Stream<String> faults() {
        return Stream.of(
                        missing(english, chinese, "Chinese"),
                        missing(chinese, english, "English"),
                        each(english, (key, text) -> notAMessage(key, text, Locale.ENGLISH)),
                        each(chinese, (key, text) -> notAMessage(key, text, Locale.SIMPLIFIED_CHINESE)),
                        each(english, this::otherArguments),
                        each(english, MessageBook::chineseInEnglish),
                        each(chinese, MessageBook::englishInChinese))
                .flatMap(List::stream);
    }

    /** A sentence for each key in the list that has no text. */
    Stream<String> unknown(Stream<String> keys) {
        return keys.filter(key -> !english.containsKey(key)).map(key -> key + " has no text");
    }

    static Stream<String> usedIn(SourceFile file) {
        return KEY.matcher(file.text()).results().map(found -> found.group(1));
    }

    private static List<String> missing(Map<String, String> from, Map<String, String> in, String language) {
        var missing = new TreeSet<>(from.keySet());
        missing.removeAll(in.keySet());
        return missing.stream()
                .map(key -> key + " has no " + language + " text")
                .toList();
    }

    private static List<String> each(Map<String, String> texts, BiFunction<String, String, String> fault) {
        var faults = new ArrayList<String>();
        texts.forEach((key, text) -> faults.add(fault.apply(key, text)));
        faults.removeIf(String::isEmpty);
        return faults;
    }

    private static String notAMessage(String key, String text, Locale locale) {
        if (text.isBlank()) {
            return key + " is empty in " + locale;
        }
        try {
            new MessageFormat(text, locale);
            return "";
        } catch (IllegalArgumentException e) {
            return key + " is no message in " + locale + ": " + e.getMessage();
        }
    }

    private String otherArguments(String key, String text) {
        var translation = chinese.get(key);
        return translation == null || arguments(text).equals(arguments(translation))
                ? ""
                : key + " takes " + arguments(text) + " in English, " + arguments(translation) + " in Chinese";
    }

    /** Named arguments; {@code en} and {@code zh} are one, the same word in the language of the text. */
    private static Set<String> arguments(String text) {
        try {
            var names = new TreeSet<>(new MessageFormat(text, Locale.ROOT).getArgumentNames());
            return names.remove("zh") | names.remove("en") ? with(names, "en or zh") : names;
        } catch (IllegalArgumentException e) {
            return Set.of();
        }
    }

    private static Set<String> with(Set<String> names, String name) {
        names.add(name);
        return names;
    }

    private static String chineseInEnglish(String key, String text) {
        return CHINESE.matcher(NAMES.matcher(text).replaceAll("")).find()
                ? key + " has Chinese in its English text: " + text
                : "";
    }

    private static String englishInChinese(String key, String text) {
        var said = NAMES.matcher(said(text)).replaceAll("");
        return !CHINESE.matcher(text).find() && LATIN_WORDS.matcher(said).find()
                ? key + " is not translated: " + text
                : "";
    }

    /** What stands there for people, without the arguments and the names of their cases. */
    private static String said(String text) {
        try {
            return said(MessagePatternUtil.buildMessageNode(text));
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    private static String said(MessageNode message) {
        return message.getContents().stream()
                .map(part -> switch (part) {
                    case TextNode words -> words.getText();
                    case ArgNode argument
                    when argument.getComplexStyle() != null ->
                        argument.getComplexStyle().getVariants().stream()
                                .map(variant -> said(variant.getMessage()))
                                .collect(Collectors.joining(" | "));
                    default -> " | ";
                })
                .collect(Collectors.joining());
    }
}
