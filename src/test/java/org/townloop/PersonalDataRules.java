package org.townloop;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.townloop.base.identity.Kept;

/** What of the schema has to do with people, and whether somebody answers for it. */
final class PersonalDataRules {

    /** A column of a table, as PostgreSQL knows it. */
    record Column(String table, String name) {}

    /** Columns that say who: an id of a person, or of what a person was. */
    private static final Pattern WHO = Pattern.compile(
            "person_id|resident_id|customer_id|user_id|owner_id|partner_id|counter_id|staff_id|principal(_name)?|by|\\w+_by");

    /** Columns that may hold names, ways to reach somebody, or words that somebody wrote. */
    private static final Pattern ABOUT = Pattern.compile(
            "name|title|label|phone|telephone|mobile|e?mail|contact|address|target|recipient|value|text|words|note|notes|reason"
                + "|reply|answers?|facts|payload|body|message|picture|comment|details|refusal|why|ip|agent|endpoint|subject");

    /** A sentence for each column about people that no module shows, erases or explains. */
    static Stream<String> uncovered(List<Column> schema, List<Kept> kept, Map<String, String> explained) {
        return schema.stream()
                .filter(column -> concernsPeople(schema, column))
                .filter(column -> kept.stream().noneMatch(each -> covers(each, column)))
                .filter(column -> !explained.containsKey(column.table())
                        && !explained.containsKey(column.table() + "." + column.name()))
                .map(column -> column.table() + "." + column.name()
                        + " may be about a person: show and erase it in a PersonalData, or explain why not");
    }

    /** A sentence for each explanation of what is not there, or does not need one. */
    static Stream<String> idle(List<Column> schema, Map<String, String> explained) {
        return explained.keySet().stream()
                .filter(key -> schema.stream()
                        .noneMatch(column ->
                                key.equals(column.table()) || key.equals(column.table() + "." + column.name())))
                .map(key -> key + " is explained and not there");
    }

    /** Whoever is named, or words in a table where somebody is. */
    private static boolean concernsPeople(List<Column> schema, Column column) {
        return isWho(column)
                || ABOUT.matcher(column.name()).matches()
                        && schema.stream().anyMatch(other -> other.table().equals(column.table()) && isWho(other))
                || Pattern.matches("phone|telephone|mobile|e?mail|contact|address|answers?", column.name());
    }

    private static boolean isWho(Column column) {
        return WHO.matcher(column.name()).matches();
    }

    /** A row that is deleted takes all its columns with it; else the column must be shown or overwritten by name. */
    private static boolean covers(Kept kept, Column column) {
        return kept.table().equals(column.table())
                && (kept.erased().contains("delete from " + column.table() + " ")
                        || Pattern.compile("\\b" + column.name() + "\\b")
                                .matcher(kept.shown() + kept.erased())
                                .find());
    }

    private PersonalDataRules() {}
}
