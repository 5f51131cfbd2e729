package org.townloop.base.identity;

import java.util.Locale;
import org.springframework.context.i18n.LocaleContextHolder;
import org.townloop.base.kernel.RegionId;
import org.townloop.base.kernel.Words;

/**
 * Somebody: a resident always, and whatever their roles make of them besides.
 *
 * @param region where they are at home
 * @param erased whether they asked to be forgotten: the name is then a word in the reader's language that names nobody
 */
public record Person(PersonId id, RegionId region, String name, Locale language, boolean erased) {

    private static final Words FORMER = Words.of("Former resident", "已注销居民");

    public Person(PersonId id, RegionId region, String name, Locale language) {
        this(id, region, name, language, false);
    }

    /** Without the name: what stands in a log must not lead to a person. */
    @Override
    public String toString() {
        return "Person[" + id.value() + "]";
    }

    /** Somebody who was erased. The reader's language is that of the request, if there is one. */
    static Person former(PersonId id, RegionId region, Locale language) {
        return new Person(id, region, FORMER.in(LocaleContextHolder.getLocale()), language, true);
    }
}
