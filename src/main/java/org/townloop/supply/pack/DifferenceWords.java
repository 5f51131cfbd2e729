package org.townloop.supply.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.townloop.base.kernel.Words;

/** Sentences of a comparison, in both languages. */
final class DifferenceWords {

    private final List<Words> sentences = new ArrayList<>();

    List<Words> all() {
        return List.copyOf(sentences);
    }

    void add(List<Words> more) {
        sentences.addAll(more);
    }

    void words(String en, String zh, Words was, Words is) {
        if (!was.equals(is)) {
            say(
                    en + " is “" + in(is, Locale.ENGLISH) + "” instead of “" + in(was, Locale.ENGLISH) + "”.",
                    zh + "由“" + in(was, Locale.CHINESE) + "”改为“" + in(is, Locale.CHINESE) + "”。");
        }
    }

    void renamed(Words was, Words is) {
        if (!was.equals(is)) {
            say(
                    "“" + in(was, Locale.ENGLISH) + "” is called “" + in(is, Locale.ENGLISH) + "” now.",
                    "“" + in(was, Locale.CHINESE) + "”改称“" + in(is, Locale.CHINESE) + "”。");
        }
    }

    void sayThat(String en, String zh, Words name, String english, String chinese) {
        say(en + " “" + in(name, Locale.ENGLISH) + "” " + english, zh + "“" + in(name, Locale.CHINESE) + "”" + chinese);
    }

    void sayOf(Words name, String english, String chinese) {
        say("“" + in(name, Locale.ENGLISH) + "” " + english, "“" + in(name, Locale.CHINESE) + "”" + chinese);
    }

    void say(String en, String zh) {
        sentences.add(Words.of(en, zh));
    }

    static String in(Words words, Locale locale) {
        return words.in(locale);
    }
}
