package org.offshelf.coverage;

/**
 * The query behind the rows of coverage: one for each regulator and year. What is known of a year comes in several kinds of
 * facts, each with the rest left empty, which are added up.
 */
final class CoverageQuery {

    /**
     * The numbers that single regulators gave their notices. Those of a joint notice may be from a count that the regulators
     * have in common.
     */
    private static final String NUMBERED = """
            numbered as (
              select nr.regulator_id, n.kind, coalesce(n.batch_year, year(n.published)) as y, n.batch_number, n.overall_number
                from notice n join notice_regulator nr on nr.notice_id = n.id
               where n.standing = 'current' and (n.batch_number is not null or n.overall_number is not null)
                 and (select count(*) from notice_regulator j where j.notice_id = n.id) = 1)""";

    /** Each number with the one before it: of batches within the year, over all years for overall numbers. */
    private static final String SERIES = """
            batches as (
              select regulator_id, kind, y, batch_number as number,
                     coalesce(lag(batch_number) over (partition by regulator_id, kind, y order by batch_number), 0) as below
                from numbered where batch_number is not null and y is not null),
            overalls as (
              select regulator_id, kind, y, overall_number as number, batch_number,
                     coalesce(lag(overall_number) over w, 0) as below, lag(y) over w as y_below
                from numbered where overall_number is not null
              window w as (partition by regulator_id, kind order by overall_number, y, batch_number))""";

    /**
     * Overall numbers that are missing belong to the year of the next one held as far back as its batches of that year go, and
     * before that to the year of the one held below, if that is the year before; else nothing says of which year they are.
     */
    private static final String GAPS = """
            cuts as (
              select regulator_id, kind, y, number, below, if(y_below = y - 1, y_below, null) as y_below,
                     if(y_below = y, below + 1,
                        least(number, greatest(below + 1, number - coalesce(batch_number, 1) + 1))) as first_of_year
                from overalls where number > below + 1),
            gaps as (
              select regulator_id, y, 'batch' as numbering, kind, below + 1 as low, number - 1 as high
                from batches where number > below + 1
              union all
              select regulator_id, y, 'overall', kind, first_of_year, number - 1 from cuts where first_of_year < number
              union all
              select regulator_id, y_below, 'overall', kind, below + 1, first_of_year - 1
                from cuts where first_of_year > below + 1)""";

    /** What is held. A notice that names apps and declares no number may have rows nobody knows of. */
    private static final String NOTICES = """
            select nr.regulator_id, coalesce(year(n.published), n.batch_year) as y, 1 as notices,
                   n.kind in ('violation-notice', 'removal-order') and n.declared_count is null as undeclared,
                   coalesce(n.declared_count, 0) as declared_rows, coalesce(h.held, 0) as held_rows,
                   greatest(coalesce(n.declared_count, 0) - coalesce(h.held, 0), 0) as missing_rows,
                   coalesce(h.held, 0) < coalesce(n.declared_count, n.kind in ('violation-notice', 'removal-order'))
                     as incomplete,
                   n.published as published,
                   (select max(s.retrieved) from notice_citation c join source s on s.id = c.source_id where c.notice_id = n.id)
                     as retrieved,
                   0 as numbered, 0 as missing, null as gaps, null as checked, 0 as surveyed, 0 as unseen,
                   greatest(n.revision, coalesce(h.revision, 0)) as revision
              from notice n join notice_regulator nr on nr.notice_id = n.id
              left join (select f.notice_id, count(*) as held, max(f.revision) as revision from finding f
                          where f.standing = 'current' group by f.notice_id) h on h.notice_id = n.id
             where n.standing = 'current'""";

    /** What the numbers say. A notice counts in both ways is missing once. */
    private static final String NUMBERS = """
            select regulator_id, y, 0, 0, 0, 0, 0, 0, null, null, 1, 0, null, null, 0, 0, 0
              from numbered
            union all
            select regulator_id, y, 0, 0, 0, 0, 0, 0, null, null, 1,
                   greatest(sum(if(numbering = 'batch', high - low + 1, 0)), sum(if(numbering = 'overall', high - low + 1, 0))),
                   null, null, 0, 0, 0
              from gaps group by regulator_id, y, kind
            union all
            select regulator_id, y, 0, 0, 0, 0, 0, 0, null, null, 0, 0,
                   json_arrayagg(json_object('numbering', numbering, 'kind', kind, 'first', low, 'last', high)
                                 order by numbering, kind, low), null, 0, 0, 0
              from gaps group by regulator_id, y""";

    /**
     * What surveys say. A year was looked through when one of them covers it to its end. What is missing by one of a part is
     * the
     * least there can be: the notices held may be others than those it counted.
     */
    private static final String SURVEYS = """
            select s.regulator_id, year(s.period_from), 0, 0, 0, 0, 0, 0, null, null, 0, 0, null, s.checked,
                   s.extent = 'whole' and s.known_notices is not null and dayofyear(s.period_from) = 1
                     and date_format(s.period_to, '%m-%d') = '12-31',
                   greatest(0, coalesce(s.known_notices, 0) -
                     (select count(*) from notice n join notice_regulator nr on nr.notice_id = n.id
                       where nr.regulator_id = s.regulator_id and n.standing = 'current'
                         and n.published between s.period_from and s.period_to)),
                   s.revision
              from survey s where s.standing = 'current'""";

    private static final String YEARS = """
            years as (
              select regulator_id, y, sum(notices) as notices, sum(undeclared) as undeclared,
                     sum(declared_rows) as declared_rows, sum(held_rows) as held_rows, sum(missing_rows) as missing_rows,
                     sum(incomplete) as incomplete, max(published) as last_published, max(retrieved) as last_retrieved,
                     max(numbered) as numbered, greatest(sum(missing), max(unseen)) as missing, max(gaps) as gaps,
                     max(checked) as last_checked, max(surveyed) as surveyed, max(revision) as revision
                from facts group by regulator_id, y)""";

    static final String SQL = "with " + String.join(",\n", NUMBERED, SERIES, GAPS,
            "facts as (" + String.join("\nunion all\n", NOTICES, NUMBERS, SURVEYS) + ')', YEARS)
            + """

                    select concat(regulator_id, '-', coalesce(y, 'undated')) as id, 'current' as standing, regulator_id, y as year,
                           case when missing > 0 and notices = 0 then 'none' when missing > 0 or incomplete > 0 then 'partial'
                                when undeclared = 0 and (numbered = 1 or surveyed = 1) then 'complete' else 'unknown' end as state,
                           cast(notices as signed) as held_notices, cast(notices + missing as signed) as known_notices,
                           cast(missing as signed) as missing_notices, coalesce(gaps, '[]') as gaps,
                           cast(incomplete as signed) as incomplete_notices, cast(declared_rows as signed) as declared_rows,
                           cast(held_rows as signed) as held_rows, cast(missing_rows as signed) as missing_rows,
                           last_published, last_retrieved, last_checked, revision,
                           null as standing_reason, null as successor_id
                      from years""";

    private CoverageQuery() {
    }
}
