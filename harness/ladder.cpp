#include "harness/ladder.h"

#include <algorithm>

#include <fmt/format.h>

#include "harness/words.h"

namespace pbxlab::harness {

namespace {

constexpr std::size_t kTimeWidth = 12;
constexpr std::size_t kGap = 3;
constexpr std::size_t kWidest = 28;    // of a column; longer texts are cut
constexpr std::size_t kFirstRows = 6;  // of a run that is too long to be drawn

struct Column {
    std::size_t index = 0;  // of the caller's columns
    std::size_t width = 0;
    std::size_t last = 0;  // its last row
};

std::string cut(const std::string& text, std::size_t width) {
    if (text.size() <= width) return text;
    return text.substr(0, width - 2) + "..";
}

// Columns with at least one of the drawn rows.
std::vector<Column> used_columns(std::span<const std::string> names,
                                 std::span<const LadderRow> rows) {
    std::vector<Column> columns;
    for (std::size_t i = 0; i < names.size(); ++i) {
        Column column{.index = i, .width = names[i].size()};
        bool used = false;
        for (std::size_t row = 0; row < rows.size(); ++row) {
            if (rows[row].column != i) continue;
            used = true;
            column.last = row;
            column.width = std::max(column.width, rows[row].text.size());
        }
        column.width = std::min(column.width, kWidest);
        if (used) columns.push_back(column);
    }
    return columns;
}

std::size_t total_width(const std::vector<Column>& columns) {
    std::size_t width = kTimeWidth;
    for (const Column& column : columns) width += column.width + kGap;
    return width;
}

// Leaves out the columns that have been silent longest until the others fit; tells how many.
std::size_t fit_columns(std::vector<Column>& columns, std::size_t width) {
    std::size_t left_out = 0;
    while (columns.size() > 1 && total_width(columns) > width) {
        columns.erase(
            std::min_element(columns.begin(), columns.end(),
                             [](const Column& a, const Column& b) { return a.last < b.last; }));
        ++left_out;
    }
    return left_out;
}

void end_line(std::string& out) {
    out.erase(out.find_last_not_of(' ') + 1);
    out += '\n';
}

void draw_row(std::string& out, const std::vector<Column>& columns, const LadderRow& row) {
    out += fmt::format("{:>{}}", time_text(row.at), kTimeWidth);
    for (const Column& column : columns) {
        const std::string text = column.index == row.column ? cut(row.text, column.width) : "|";
        out += fmt::format("{:{}}{:<{}}", "", kGap, text, column.width);
    }
    end_line(out);
}

bool has(const std::vector<Column>& columns, std::size_t index) {
    return std::any_of(columns.begin(), columns.end(),
                       [index](const Column& column) { return column.index == index; });
}

}  // namespace

std::string draw_ladder(std::span<const std::string> names, std::span<const LadderRow> rows,
                        const LadderSize& size) {
    if (rows.empty()) return {};
    std::vector<Column> columns = used_columns(names, rows);
    const std::size_t left_out = fit_columns(columns, size.width);

    std::string out = fmt::format("{:>{}}", "time", kTimeWidth);
    for (const Column& column : columns) {
        out += fmt::format("{:{}}{:<{}}", "", kGap, cut(names[column.index], column.width),
                           column.width);
    }
    end_line(out);

    std::vector<const LadderRow*> drawn;
    for (const LadderRow& row : rows) {
        if (has(columns, row.column)) drawn.push_back(&row);
    }
    const std::size_t skipped = drawn.size() > size.rows ? drawn.size() - size.rows : 0;
    for (std::size_t i = 0; i < drawn.size(); ++i) {
        if (skipped > 0 && i == kFirstRows) {
            out += fmt::format("{:>{}}   {} rows left out\n", "...", kTimeWidth, skipped);
            i += skipped;
        }
        draw_row(out, columns, *drawn[i]);
    }
    if (left_out > 0)
        out += fmt::format("{:>{}}   {} more parties not drawn\n", "", kTimeWidth, left_out);
    return out;
}

}  // namespace pbxlab::harness
