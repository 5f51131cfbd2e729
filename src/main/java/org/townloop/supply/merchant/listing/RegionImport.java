package org.townloop.supply.merchant.listing;

import org.springframework.stereotype.Component;
import org.townloop.supply.merchant.ImportCount;

/** Brings in one file of China's divisions. */
@Component
class RegionImport {

    private final ImportedRegions regions;

    RegionImport(ImportedRegions regions) {
        this.regions = regions;
    }

    FileReport run(SourceText text, Progress progress) {
        var tally = new Tally(text);
        var file = DivisionFile.parse(text);
        file.rows().forEach(row -> tally.row());
        file.problems().forEach(problem -> {
            tally.row();
            tally.broken(new Row.Broken(problem.line(), problem.what()));
        });
        progress.at(text.file(), 0, file.rows().size());
        var added = regions.ensure(file.rows());
        tally.wrote(new ImportCount(added, 0, file.rows().size() - added));
        progress.at(text.file(), file.rows().size(), file.rows().size());
        return tally.report(FileReport.Form.REGIONS);
    }
}
