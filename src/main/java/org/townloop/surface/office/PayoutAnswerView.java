package org.townloop.surface.office;

import java.util.List;

/** What a bank's file came to, line by line. */
record PayoutAnswerView(Office office, String file, String read, List<Count> counts, List<Line> lines) {

    record Count(String name, long count, String tone) {}

    record Line(int number, String reference, String amount, String effect, String tone, String said) {}
}
