package org.townloop.base.identity;

/**
 * A table with something of people in it.
 *
 * @param what it is: names the file in which a person gets it ({@code reviews.json}) and the words that explain it
 * @param table with its schema
 * @param fate what an erasure does to it
 * @param shown a query for what a person is given of it, in the order of time; {@code :person} is their id. Empty if
 *     there is nothing to give, because it is a secret or says nothing
 * @param erased the statement that erases it. {@code :people} are the ids, {@code :now} is the time, and
 *     {@code :keepWords} is whether what they wrote for all to read stays without a name. Empty if it stays
 */
public record Kept(String what, String table, Fate fate, String shown, String erased) {

    /** What becomes of it when a person is erased. */
    public enum Fate {
        /** It is gone. */
        GOES,
        /** It stays, of somebody without a name. */
        STAYS_NAMELESS,
        /** The person says which of the two. */
        AS_CHOSEN,
        /** The law has it kept, with the name on it. */
        STAYS_BY_LAW
    }

    /** A table of which nothing is left. */
    public static Kept goes(String what, String table, String shown, String erased) {
        return new Kept(what, table, Fate.GOES, shown, erased);
    }

    /** A table whose rows stay: others need them, and they name nobody. */
    public static Kept stays(String what, String table, String shown) {
        return new Kept(what, table, Fate.STAYS_NAMELESS, shown, "");
    }

    /** A table whose rows the law has kept as they are. */
    public static Kept byLaw(String what, String table, String shown) {
        return new Kept(what, table, Fate.STAYS_BY_LAW, shown, "");
    }
}
