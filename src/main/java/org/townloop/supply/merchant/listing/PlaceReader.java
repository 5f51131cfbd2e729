package org.townloop.supply.merchant.listing;

import java.util.List;
import java.util.Optional;

/** Reads one form of file. */
interface PlaceReader {

    /** Where such files come from. */
    Source source();

    /** Whose words the kinds of its rows are, as the table of trades calls it. */
    String vocabulary();

    /** Whether the text is of this form, judged by its beginning. */
    boolean reads(SourceText text);

    /** A row for each row of the file, whatever is wrong with it. */
    List<Row> rows(SourceText text);

    /** The code of the region that the place is in, if the row says so. */
    Optional<String> region(Row.Found row);
}
