"""A template that plain docxtpl renders, with its data: what an office takes along when it leaves."""
