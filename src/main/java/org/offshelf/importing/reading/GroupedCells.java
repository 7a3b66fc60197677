package org.offshelf.importing.reading;

import java.util.ArrayList;
import java.util.List;

import org.offshelf.importing.reading.Block.Line;
import org.offshelf.importing.reading.Table.Cell;
import org.offshelf.importing.reading.Table.Row;
import org.offshelf.importing.reading.Table.Span;

/** A table of problems, with all the apps that have one in a cell beside it: the same as groups in running text. */
final class GroupedCells {

    private GroupedCells() {
    }

    /** @return nothing where it is no such table */
    static List<Block> lines(Table table) {
        List<Block> lines = new ArrayList<>();
        int groups = 0;
        for (Row row : table.rows()) {
            List<String> own = row.cells().stream().filter(cell -> cell.span() == Span.OWN).map(Cell::text)
                    .map(Texts::oneLine).filter(text -> !text.isEmpty()).toList();
            String apps = own.stream().filter(text -> text.contains("《") && !ListedApp.in(text, true).isEmpty()).findFirst()
                    .orElse(null);
            String problem = own.stream().filter(text -> !text.equals(apps) && Content.isProblem(text)).findFirst()
                    .orElse(null);
            if (apps != null && problem != null) {
                groups++;
                lines.add(new Line(groups + "、" + problem + "：", false, row.place()));
                lines.add(new Line(apps, false, row.place()));
            } else {
                own.forEach(text -> lines.add(new Line(text, false, row.place())));
            }
        }
        return groups * 2 > table.rows().size() ? lines : List.of();
    }
}
